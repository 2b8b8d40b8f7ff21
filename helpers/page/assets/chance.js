// From logits to tokens: the same random numbers and the same choice as helpers/sampling/distribution.py.

const MASK = (1n << 64n) - 1n;
const LIKELIEST = 5;

// `count` numbers in [0, 1) that belong to picture `index` of `seed`: NumPy's Philox with the key (seed, index).
function uniforms(seed, index, count) {
  const numbers = [];
  for (let block = 1n; numbers.length < count; block++) {
    let [c0, c1, c2, c3] = [block, 0n, 0n, 0n];
    let [k0, k1] = [BigInt(seed), BigInt(index)];
    for (let round = 0; round < 10; round++) {
      const [a, b] = [0xd2e7470ee14c6c93n * c0, 0xca5a826395121157n * c2];
      [c0, c1, c2, c3] = [(b >> 64n) ^ c1 ^ k0, b & MASK, (a >> 64n) ^ c3 ^ k1, a & MASK];
      k0 = (k0 + 0x9e3779b97f4a7c15n) & MASK;
      k1 = (k1 + 0xbb67ae8584caa73bn) & MASK;
    }
    for (const c of [c0, c1, c2, c3]) numbers.push(Number(c >> 11n) / 2 ** 53);
  }
  return numbers.slice(0, count);
}

// The probabilities that a token is drawn from: guidance, temperature, then top-p.
function probabilities(logits, without, { guidance, temperature, top_p: share }) {
  const p = new Float64Array(logits.length);
  let most = -Infinity;
  for (let i = 0; i < p.length; i++) {
    p[i] = (without ? without[i] + guidance * (logits[i] - without[i]) : logits[i]) / temperature;
    if (p[i] > most) most = p[i];
  }
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += p[i] = Math.exp(p[i] - most);
  for (let i = 0; i < p.length; i++) p[i] /= sum;
  if (!share || share >= 1) return p;
  const ordered = p.slice().sort().reverse();
  let before = 0;
  let kept = 0;
  while (kept < ordered.length && before < share) before += ordered[kept++];
  for (let i = 0; i < p.length; i++) p[i] = p[i] >= ordered[kept - 1] ? p[i] / before : 0;
  return p;
}

// The token at which the probabilities so far exceed u.
function pick(p, u) {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += p[i];
  let sum = 0;
  let last = 0;
  for (let i = 0; i < p.length; i++) {
    sum += p[i];
    if (p[i] > 0) last = i;
    if (sum > u * total) return i;
  }
  return last;
}

// What can be said of a choice: the likeliest tokens as [code, probability], and entropy in bits.
function view(p, token) {
  const likeliest = [];
  let entropy = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i] > 0) entropy -= p[i] * Math.log2(p[i]);
    if (likeliest.length < LIKELIEST || p[i] > likeliest[LIKELIEST - 1][1]) {
      likeliest.push([i, p[i]]);
      likeliest.sort((a, b) => b[1] - a[1]);
      likeliest.length = Math.min(likeliest.length, LIKELIEST);
    }
  }
  return { code: token, p: p[token], entropy, likeliest };
}
