const OS = { android: "android", darwin: "darwin", fsevents: "darwin", freebsd: "freebsd", netbsd: "netbsd", openbsd: "openbsd", linux: "linux", linuxmusl: "linux", win32: "win32", windows: "win32", win: "win32", openharmony: "openharmony", aix: "aix", sunos: "sunos" };
const CPU = { arm64: "arm64", aarch64: "arm64", x64: "x64", ia32: "ia32", arm: "arm", armv7: "arm", ppc64: "ppc64", riscv64: "riscv64", s390x: "s390x", loong64: "loong64", mips64el: "mips64el", wasm32: "wasm32" };

const MODULES = "node_modules/";

/** What a package's name says of the machines it is for, in the fields of a lock file. */
export function platformOf(name) {
  const parts = name.split(/[/-]/);
  const pick = (table) => [...new Set(parts.map((part) => table[part]).filter(Boolean))];
  const [cpu, os] = [pick(CPU), pick(OS)];
  const musl = parts.some((part) => /^(linux)?musl/.test(part));
  const libc = musl ? ["musl"] : parts.some((part) => part.startsWith("gnu")) ? ["glibc"] : [];
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }), ...(os[0] === "linux" && libc.length > 0 && { libc }) };
}

/** The version a range surely accepts without asking anyone: an exact one, or the lower end of ^ and ~. */
export const lowestOf = (range) => /^[~^]?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/.exec(range)?.[1];

function placesFor(owner, name) {
  const chain = [];
  for (let at = owner; at; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${MODULES}`)))) chain.push(`${at}/${MODULES}${name}`);
  return [...chain, MODULES + name];
}

/** Whether a version stands within ^ or ~ of another; an exact range accepts itself alone. */
export function accepts(range, version) {
  const low = lowestOf(range);
  if (!low) return true;
  if (!/^[~^]/.test(range)) return version === low;
  const [a, b] = [low, version].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  const fixed = range.startsWith("~") || a[0] === 0 ? 2 : 1;
  if (a.slice(0, fixed).some((number, i) => number !== b[i])) return false;
  const first = a.findIndex((number, i) => number !== b[i]);
  return first === -1 || b[first] > a[first];
}

/** Optional dependencies that npm left out of a lock file: [{ key, entry }]; those whose range names no version are refused. */
export function missingEntries(packages) {
  const added = new Map();
  const at = (key) => packages[key] ?? added.get(key);
  for (const [owner, { optionalDependencies = {}, dev, devOptional }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const places = placesFor(owner, name);
      const seen = places.find(at);
      if (seen && accepts(range, at(seen).version)) continue;
      const version = lowestOf(range);
      if (!version) throw new Error(`${owner} 的可选依赖 ${name}@${range} 没有确定的版本`);
      const key = seen ? places[0] : places.at(-1);
      const kind = dev ? { dev } : devOptional ? { devOptional } : {};
      added.set(key, { version, ...kind, optional: true, ...platformOf(name) });
    }
  }
  return added;
}

/** The same lock with those entries, every entry in npm's order and none naming an address. */
export function completed(lock) {
  const added = missingEntries(lock.packages);
  const all = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, "en"));
  const packages = Object.fromEntries(all.map(([key, { resolved, ...entry }]) => [key, /^https?:/.test(resolved ?? "") || !resolved ? entry : { ...entry, resolved }]));
  return { lock: { ...lock, packages }, added: [...added.keys()] };
}
