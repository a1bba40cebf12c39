/** Whether a word is spelled as a Vietnamese syllable can be: tells real text from text in an old encoding. */

const initials = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x';

/** Rhymes without tones; spellings of place names (đắk, krông's "ông") only where they are common. */
const rhymes = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
  'o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyp uyt uyu',
  'ư ưa ưc ưi ưng ưt ưm ưu ươc ươi ươm ươn ương ươp ươt ươu',
  'y yêm yên yêng yêt yêu yn ynh yt ych',
].join(' ');

const either = (words: string): string => words.split(' ').join('|');

const syllable = new RegExp(`^(?:(?:${either(initials)})?(${either(rhymes)})|g(i|ia|in|iêc|iêng|iêt))$`);

const anyTone = /[\u0300\u0301\u0303\u0309\u0323]/;
const tones = new RegExp(anyTone, 'g');

/** A stopped rhyme (-p, -t, -c, -ch) bears only sắc or nặng. */
const stopped = /(?:[ptck]|ch)$/;

const toneFree = /^(?:oa|oe|uy|oai|oay|oao|oeo|uya|uyu|oo)$/;

/** "oà" and "òa" are both written; "aõ" never is, and is how old VNI text gives itself away. */
function isToneInPlace(vowels: string, index: number): boolean {
  const shaped = Math.max(...[...'ăâêôơư'].map((letter) => vowels.lastIndexOf(letter)));
  return shaped >= 0 ? index === shaped : index === 0 || toneFree.test(vowels);
}

const consonants = /^(?:qu|gi(?=[aăâeêoôơuư])|[^aăâeêioôơuưy]*)/;

function toneIndex(decomposed: string, bare: string): { vowels: string; index: number } {
  const initial = consonants.exec(bare)?.[0] ?? '';
  const vowels = /^[aăâeêioôơuưy]*/.exec(bare.slice(initial.length))?.[0] ?? '';
  const before = decomposed.slice(0, decomposed.search(anyTone)).normalize('NFC');
  return { vowels, index: before.length - initial.length - 1 };
}

/** With `lenient`, stopped rhymes may bear any tone or none, as names without marks do. */
export function isVietnameseSyllable(word: string, lenient = false): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const found = decomposed.match(tones) ?? [];
  const bare = decomposed.replace(tones, '').normalize('NFC');
  if (found.length > 1 || !syllable.test(bare)) return false;
  if (found.length === 1) {
    const { vowels, index } = toneIndex(decomposed, bare);
    if (!isToneInPlace(vowels, index)) return false;
  }
  return lenient || !stopped.test(bare) || found[0] === '\u0301' || found[0] === '\u0323';
}
