// Captions to text tokens: the same byte-level BPE as helpers/text.py.

const END = 0;
const STEP = 16;
const QUOTED = /('[^' ]+')/;
const BYTE_LEVEL = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu;

function normalise(caption) {
  return caption.normalize("NFKC").toLowerCase().replace(/["‘’“”「」]/g, "'").split(/\s+/u).filter(Boolean).join(" ");
}

class Tokenizer {
  // vocab: token -> id; merges: pairs of tokens, earliest first; words and letters: what training captions had.
  constructor({ vocab, merges, words, letters, particles }) {
    this.vocab = new Map(Object.entries(vocab));
    this.ranks = new Map(merges.map((pair, rank) => [pair.join(" "), rank]));
    this.words = new Set(words);
    this.letters = new Set(letters);
    this.particles = particles;
    this.pad = this.vocab.size;
    this.bytes = Tokenizer.#bytes();
    this.texts = new Map();
  }

  // GPT-2's letter for each byte.
  static #bytes() {
    const letters = [];
    let other = 256;
    for (let b = 0; b < 256; b++) {
      const plain = (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
      letters.push(String.fromCodePoint(plain ? b : other++));
    }
    return letters;
  }

  // Ids of a caption without an end.
  pieces(caption) {
    const ids = [];
    normalise(caption).split(QUOTED).forEach((part, i) => {
      for (const text of i % 2 ? part : [part]) ids.push(...this.#ids(text));
    });
    return ids;
  }

  #ids(text) {
    return (text.match(BYTE_LEVEL) ?? []).flatMap((word) => this.#merge(word));
  }

  #merge(word) {
    let parts = Array.from(new TextEncoder().encode(word), (byte) => this.bytes[byte]);
    while (parts.length > 1) {
      let best = Infinity;
      let at = -1;
      for (let i = 0; i + 1 < parts.length; i++) {
        const rank = this.ranks.get(`${parts[i]} ${parts[i + 1]}`) ?? Infinity;
        if (rank < best) [best, at] = [rank, i];
      }
      if (at < 0) break;
      parts.splice(at, 2, parts[at] + parts[at + 1]);
    }
    return parts.map((part) => this.vocab.get(part));
  }

  // Ids with an end, padded to a multiple of 16, cut to the window.
  encode(caption, window) {
    const ids = [...this.pieces(caption).slice(0, window - 1), END];
    const length = Math.min(window, Math.ceil(ids.length / STEP) * STEP);
    return [...ids, ...Array(length - ids.length).fill(this.pad)];
  }

  empty(length) {
    return [END, ...Array(length - 1).fill(this.pad)];
  }

  // What a reader should be told of a caption.
  notices(caption, window) {
    const told = [];
    const count = this.pieces(caption).length;
    if (count >= window) told.push(`The caption has ${count} tokens and the model reads ${window - 1}: the rest is cut off.`);
    const parts = normalise(caption).split(QUOTED);
    const words = parts.filter((_, i) => i % 2 === 0).flatMap((part) => part.match(WORD) ?? []);
    const unknown = [...new Set(words)].filter((word) => this.words.size && !this.#known(word));
    if (unknown.length) told.push(`The model was never shown ${unknown.map((word) => `“${word}”`).join(", ")}.`);
    const spelled = new Set(parts.filter((_, i) => i % 2).flatMap((part) => [...part.slice(1, -1)]));
    const letters = [...spelled].filter((letter) => this.letters.size && !this.letters.has(letter));
    if (letters.length) told.push(`The model was never shown ${letters.join(", ")} in a quoted word.`);
    return told;
  }

  #known(word) {
    const stems = this.particles.filter((p) => word.endsWith(p)).map((p) => word.slice(0, -p.length));
    return this.words.has(word) || stems.some((stem) => stem && (this.words.has(stem) || this.particles.some((p) => this.words.has(stem + p))));
  }
}
