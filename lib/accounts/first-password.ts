import { randomInt } from "node:crypto";
import { passwordFaults } from "./password";

/** Read out on the telephone without a mistake: no 0/o, 1/l/i, u/v, and one case only. */
const LETTERS = "abcdefghjkmnpqrstwxyz23456789";

const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/**
 * A random first password of 14 characters in three groups, 58 bits, e.g. "k7mp-q3wt-9zra". Never one that the rules
 * for passwords would refuse.
 * @param own words of the account the password must not contain
 */
export function firstPassword(own: string[]): string {
  for (;;) {
    const password = [group(), group(), group()].join("-");
    if (passwordFaults(password, own).length === 0) return password;
  }
}
