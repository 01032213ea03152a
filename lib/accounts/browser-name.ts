const BROWSERS: [name: string, sign: RegExp][] = [
  ["微信", /MicroMessenger\/(\d+)/],
  ["Edge", /Edg\/(\d+)/],
  ["Firefox", /Firefox\/(\d+)/],
  ["Chrome", /Chrom(?:e|ium)\/(\d+)/],
  ["Safari", /Version\/(\d+).*Safari/],
];

const SYSTEMS: [name: string, sign: RegExp][] = [
  ["安卓", /Android/],
  ["鸿蒙", /OpenHarmony|HarmonyOS/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["Mac", /Macintosh/],
  ["Linux", /Linux|X11/],
];

/** A browser as its holder would call it, e.g. "Chrome 90，Windows"; null or unheard of is "未知浏览器". */
export function browserName(userAgent: string | null): string {
  const text = userAgent ?? "";
  const browser = BROWSERS.flatMap(([name, sign]) => { const found = sign.exec(text); return found ? [`${name} ${found[1]}`] : []; })[0] ?? "未知浏览器";
  const system = SYSTEMS.find(([, sign]) => sign.test(text))?.[0];
  return system ? `${browser}，${system}` : browser;
}
