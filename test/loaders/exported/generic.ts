import type { Export } from './export.ts';

export const GENERIC: readonly Export[] = [
  {
    file: 'generic/personalliste.csv',
    encoding: 'windows-1252',
    delimiter: ';',
    users: 6,
    map: { 'employee-id': 'Personalnummer', status: 'Konto aktiv', username: 'Anmeldename', name: 'Nachname' },
    people: {
      2: ['joerg.groesswanger@example.com', 'jgroessw', 'Größwanger', '00417', true],
      4: ['Oezlem.Muessiggang@example.com', 'omuessig', 'Müßiggang-Öttl', '00981', true],
      6: ['domenika.doerfler@example.com', 'ddoerfle', 'Dörfler "Dodo"', '01205', false],
      8: ['liesl.weissenegger@example.com', 'lweissen', 'Weißenegger', null, true],
    },
  },
  {
    file: 'generic/staff-unicode-text.txt',
    encoding: 'utf-16le',
    delimiter: '\t',
    users: 5,
    people: {
      3: ['nagisa.saotobe@example.com', null, '渚紗 早乙部', 'Q-0044', true],
      6: ['ryan.thackeray@example.com', null, 'Ryan "Rye" Thackeray-Bloom 🌾', 'Q-0053', true],
      7: ['maha.alqantarawi@example.net', null, 'مها القنطراوي', 'Q-0060', false],
    },
  },
  {
    file: 'generic/user-list-sep.csv',
    encoding: 'utf-8',
    delimiter: ';',
    users: 5,
    people: {
      3: ['linnéa.pettersholm@example.com', 'lpettersholm', 'Linnéa Pettersholm-Ask', '700113', true],
      5: ['t.faleolo@example.com', 'tfaleolo', 'Faleolo; Tavita', '700115', true],
      6: ['r.krzywda@example.com', 'rkrzywda', 'Roch Krzywda-Nowiński', '700116', false],
    },
  },
];
