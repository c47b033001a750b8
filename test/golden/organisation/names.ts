/** Invented people of one language: every given name goes with every family name. */
export interface Locale {
  readonly id: string;
  /** Whether a reader of Latin letters can compare the names. */
  readonly latin: boolean;
  readonly domain: string;
  /** As written, and after a slash in Latin letters where it is written in others. Initials differ. */
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

export const LOCALES: readonly Locale[] = [
  {
    id: 'en',
    latin: true,
    domain: 'example.com',
    given: words('Adelina, Basil, Clement, Dorothea, Edmund, Fenella, Gideon, Harriet, Ivor, Josephine'),
    family: words(
      `Ashgrovely, Brambleton, Coldhaven, Dunmarsh, Eastwicker, Fenbrooke, Garthwaithe, O'Hollerin, Inglethorne, Jessamy,
       Kettleburn-Pym, Lambswick`,
    ),
  },
  {
    id: 'de',
    latin: true,
    domain: 'example.org',
    given: words('Annegret, Burkhard, Cäcilie, Dietmar, Elfriede, Folkert, Götz, Hannelore, Ingolf, Jürgen'),
    family: words(
      `Mühlenbrück, Grützmachler, Schönfelderer, Böhringsen, Kräuterlein, Weißdornig, Füßlinger, Hölzenbeinl, Löwenkampf,
       Überackern, Rüdesheimler, Käsebierling`,
    ),
  },
  {
    id: 'fr',
    latin: true,
    domain: 'example.com',
    given: words('Aurélie, Benoît, Céleste, Dieudonné, Éloïse, Fabrice, Gaëlle, Honoré, Inès, Jérôme'),
    family: words(
      `Lemoissan, d'Arcambre, Villefontène, Bréhautier, Chastagnolle, Dutilleau, Fauquembert, Guérandel, Montrichet,
       Œilderoy, Quessandier, Saint-Brévin`,
    ),
  },
  {
    id: 'es',
    latin: true,
    domain: 'example.net',
    given: words('Adoración, Bernabé, Consuelo, Domingo, Encarnación, Fermín, Graciela, Hilario, Inmaculada, Joaquín'),
    family: words(
      `Peñarrubiales, Ibáñezcoa, Quiñonero, Zubeldiarte, Carballeirón, Montañesca, Ordóñez Lunar, Valdeavero, Ruizpérez,
       de la Encinilla, Güemesal, Ñandutí`,
    ),
  },
  {
    id: 'pl',
    latin: true,
    domain: 'example.com',
    given: words('Agnieszka, Bogusław, Czesława, Dariusz, Elżbieta, Franciszek, Grażyna, Henryk, Iwona, Jędrzej'),
    family: words(
      `Wójcikowicz, Ściborlis, Łękawiecki, Żurawicz, Brzęczkowicz, Gąsiorkowic, Krzyżewicz, Półtorakowicz, Śliwonik,
       Ździebło, Mączyniak, Oleśniczak`,
    ),
  },
  {
    id: 'no',
    latin: true,
    domain: 'example.com',
    given: words('Åse, Bjørn, Cecilie, Dagfinn, Eira, Frøydis, Gørild, Håkon, Ingvild, Jørgen'),
    family: words(
      `Fjellstrømmen, Ødegaardsvik, Lindqvistad, Bækkelunden, Sørlundeng, Kjærgaardsen, Åkerholmen, Høgevoldt, Tønnesvang,
       Ærøskarp, Myrdalsås, Nybråten`,
    ),
  },
  {
    id: 'cs',
    latin: true,
    domain: 'example.org',
    given: words('Alžběta, Bořivoj, Ctirad, Drahomíra, Evžen, Fabián, Gizela, Hynek, Ivona, Jiřina'),
    family: words(
      `Novotňáček, Dvořáčkovič, Říhošek, Šťastňák, Kovářovic, Žďárník, Hřebíčkov, Čermáčník, Podzimčík, Růžičkovský,
       Úlehlička, Vňoučkov`,
    ),
  },
  {
    id: 'tr',
    latin: true,
    domain: 'example.com',
    given: words('Ayşegül, Burçin, Cemile, Doğan, Ebru, Fırat, Gülşen, Hüseyin, İlknur, Jale'),
    family: words(
      `Yıldırımoğlu, Çağlayanlı, Öztürkmenli, Şahinbaşlı, Güneşdoğan, Kılıçaslanlı, Demirtürkan, Aydınışık, Bülbülcügil,
       İnceışık, Karaağaçlı, Ulutaşkın`,
    ),
  },
  {
    id: 'vi',
    latin: true,
    domain: 'example.net',
    given: words('Ánh, Bích, Chấn, Đạo, Giềng, Hưởng, Khuê, Loan, Mẫn, Nhẫn'),
    family: words(
      `Nguyễnhoa, Trầnvu, Lêphong, Phạmsơn, Huỳnhlâm, Hoàngtú, Vũthạch, Đặngxuân, Bùikhang, Đỗquyên, Hồsương, Ngôthụy`,
    ),
  },
  {
    id: 'yo',
    latin: true,
    domain: 'example.com',
    given: words('Adébáyọ̀, Bọ́láńlé, Chidúbem, Dámilọ́lá, Ẹniọlá, Fọlákẹ́, Gbénga, Hauwá, Ìfẹ́olúwa, Jídé'),
    family: words(
      `Ọlátúnjíade, Akínṣọlá, Ògúnbámiro, Adéwálébi, Fálódúnsi, Ṣówándé, Ìdòwúlọlá, Ẹkúndayọ̀, Ọ̀ṣúnlékè, Babátúndéwá,
       Oyèlàmí, Àjàyíọrẹ`,
    ),
  },
  {
    id: 'ru',
    latin: false,
    domain: 'example.org',
    given: words(
      `Алевтина/Alevtina, Борислав/Borislav, Виринея/Virineya, Гордей/Gordey, Доминика/Dominika, Ефросинья/Yefrosinya,
       Зиновий/Zinoviy, Капитолина/Kapitolina, Лаврентий/Lavrentiy, Матрёна/Matryona`,
    ),
    family: words(
      `Зареченцев/Zarechentsev, Полуяненко/Poluyanenko, Тимирёв/Timiryov, Волошинин/Voloshinin, Шептухин/Sheptukhin,
       Журавлинский/Zhuravlinskiy, Берёзкинский/Beryozkinskiy, Чернодубов/Chernodubov, Ярыгинцев/Yarygintsev`,
    ),
  },
  {
    id: 'el',
    latin: false,
    domain: 'example.com',
    given: words(
      `Ασπασία/Aspasia, Βλάσης/Vlasis, Γαρυφαλλιά/Garyfallia, Δαμιανός/Damianos, Ευδοξία/Evdoxia, Ζήσης/Zisis,
       Ηρακλής/Iraklis, Θεοφανώ/Theofano, Καλλίνικος/Kallinikos, Λυδία/Lydia`,
    ),
    family: words(
      `Παπαλουκίδης/Papaloukidis, Μαυροδάσος/Mavrodasos, Κουτρουβέλης/Koutrouvelis, Ξενοπουλάτος/Xenopoulatos,
       Τριανταφύλλης/Triantafyllis, Χρυσοχεράκης/Chrysocherakis, Ψαρουδάς/Psaroudas, Ωρολογάς/Orologas, Βενιζελάκος/Venizelakos`,
    ),
  },
  {
    id: 'ka',
    latin: false,
    domain: 'example.com',
    given: words(
      `ანასტასია/Anastasia, ბადრი/Badri, დარეჯანი/Darejani, ელისო/Eliso, გოჩა/Gocha, ხათუნა/Khatuna, ილია/Ilia, ლამარა/Lamara,
       მიხეილი/Mikheili, ნანული/Nanuli`,
    ),
    family: words(
      `მირცხულიძე/Mirtskhulidze, ბერიანიძე/Berianidze, ჩხეიძური/Chkheidzuri, ღვინიაშვილი/Ghviniashvili, ყიფიანური/Qipianuri,
       წერეთლიანი/Tseretliani, ჯაფარიშვილი/Japarishvili, ონიანძე/Oniandze, თათარიძე/Tataridze`,
    ),
  },
  {
    id: 'ja',
    latin: false,
    domain: 'example.net',
    given: words(
      `詩音/Shion, 結人/Yuito, 葵子/Aoiko, 陽翔/Haruto, 美月/Mizuki, 直樹/Naoki, 玲奈/Rena, 健太/Kenta, 千尋/Chihiro, 智也/Tomoya`,
    ),
    family: words(
      `倉兼/Kuragane, 月ヶ丘/Tsukigaoka, 白鷺原/Shirasagihara, 緑川辺/Midorikawabe, 早瀬川/Hayasegawa, 東雲寺/Shinonomeji, 桐ヶ谷/Kirigaya,
       大鳥居/Otorii, 真壁沢/Makabezawa`,
    ),
  },
  {
    id: 'ko',
    latin: false,
    domain: 'example.com',
    given: words(
      `준호/Junho, 서연/Seoyeon, 하은/Haeun, 민재/Minjae, 유진/Yujin, 태경/Taekyung, 다인/Dain, 바름/Bareum, 가온/Gaon, 라희/Rahee`,
    ),
    family:
      words(`백성/Baekseong, 남궁설/Namgungseol, 제갈윤/Jegalyun, 황보림/Hwangborim, 독고영/Dokgoyeong, 사공원/Sagongwon,
       선우담/Seonwoodam, 동방혁/Dongbanghyeok, 어금솔/Eogeumsol`),
  },
  {
    id: 'ar',
    latin: false,
    domain: 'example.org',
    given: words(
      `أمل/Amal, باسم/Basim, داليا/Dalia, فراس/Firas, غادة/Ghada, هيثم/Haytham, إيناس/Inas, جلال/Jalal, كريمة/Karima, لؤي/Luay`,
    ),
    family: words(
      `الزهراوي/Alzahrawi, القصراوي/Alqasrawi, الحمداني/Alhamdani, المرجاني/Almurjani, النخلاوي/Alnakhlawi, الشاهيني/Alshahini,
       البستاوي/Albustawi, الياسميني/Alyasmini, العنبراوي/Alanbarawi`,
    ),
  },
  {
    id: 'hi',
    latin: false,
    domain: 'example.com',
    given: words(
      `अनुराधा/Anuradha, भास्कर/Bhaskar, चंद्रिका/Chandrika, दिनेश/Dinesh, गायत्री/Gayatri, हेमंत/Hemant, ईशा/Isha, जगदीश/Jagdish,
       कविता/Kavita, ललित/Lalit`,
    ),
    family: words(
      `वेंकटराघव/Venkataraghav, मेघवालिया/Meghwaliya, त्रिपुरारी/Tripurari, चक्रपाणी/Chakrapani, नीलकंठी/Nilkanthi, सूर्यवंश/Suryavansh,
       पद्मनाभी/Padmanabhi, रंगाचारी/Rangachari, गोविंदानी/Govindani`,
    ),
  },
];
