/** Cyrillic and Greek letters that most typefaces draw like a Latin one, and that Latin letter. */
const LOOK_ALIKES =
  'аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj һh ԁd ԛq ԝw ӏl ѵv ԍg ѡw ғf ' +
  'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԌG ԚQ ԜW ӀI ѴV ' +
  'αa γy ιi κk νv οo ρp τt υu χx ωw ϲc ϳj βb ηn ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ͿJ ϺM';

const TO_LATIN = new Map(LOOK_ALIKES.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** Replaces Cyrillic and Greek look-alikes by the Latin letter; other characters stay. */
export function foldConfusables(text: string): string {
  return text.replace(FOREIGN, (character) => TO_LATIN.get(character) ?? character);
}
