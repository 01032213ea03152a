/** Passwords everybody tries first; compared in lower case, also with digits or marks put at the end. */
const COMMON = new Set([
  "password", "passw0rd", "p@ssw0rd", "p@ssword", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "1qaz2wsx", "1q2w3e4r", "1q2w3e4r5t",
  "qazwsx", "qazwsxedc", "admin", "administrator", "root", "welcome", "iloveyou", "letmein", "monkey", "dragon", "football", "sunshine", "princess",
  "woaini", "woaini1314", "woaizhongguo", "zhongguo", "beijing", "shanghai", "abc", "abcd", "abcdef", "abcdefg", "aa", "aaa", "qq", "wang", "test",
  "master", "login", "passwd", "changeme", "secret", "superman", "michael", "charlie", "shadow", "trustno", "freedom", "whatever", "computer",
  "internet", "nihao", "jiayou", "taobao", "weixin", "alipay", "google", "baidu", "tencent", "huawei", "apple", "gongchandang", "dangyuan", "zuzhibu",
]);

/** Words of this system and its users that no password may be built on. */
const LOCAL = ["dangdaibiao", "ddb", "党代表", "履职", "组织部", "区委"];

const KEYBOARD = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];

/**
 * Why a password is not taken, as sentences; empty when it is good. Rules: ASVS 5.0 6.2 (10 to 128 characters, any
 * kind, no composition rule) plus no common password and nothing an acquaintance would try first.
 * @param own name, pinyin, user name, area name, telephone and number tails of the holder
 */
export function passwordFaults(password: string, own: string[]): string[] {
  const faults: string[] = [];
  const lower = password.normalize("NFKC").toLowerCase();
  const bare = lower.replace(/[\d\W_]+$/u, "");
  if ([...password].length < 10) faults.push("新口令至少 10 个字符");
  if ([...password].length > 128) faults.push("新口令不超过 128 个字符");
  if (COMMON.has(bare) || COMMON.has(lower) || /^\d+$/.test(lower) && lower.length < 14) faults.push("新口令太常见，容易被猜到，请换一个");
  if (new Set(lower).size < 5) faults.push("新口令重复的字符太多，请换一个");
  if (KEYBOARD.some((row) => row.includes(lower.slice(0, 8)))) faults.push("新口令是连续的字符，请换一个");
  const found = [...LOCAL, ...own.map((w) => w.toLowerCase())].find((word) => word.length >= 3 && lower.includes(word) || /^\p{Script=Han}{2,}$/u.test(word) && lower.includes(word));
  if (found) faults.push("新口令含有本人或本系统的名称、号码，请换一个");
  return faults;
}
