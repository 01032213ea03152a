import { describe, expect, it } from "vitest";
import { personFindings, type PersonFacts } from "./person-rules";

const TODAY = "2026-06-10";
const sound: PersonFacts = { sex: "2", birthMonth: "1979-04", joinedPartyOn: "2002-07", idNumber: null };
const codes = (p: Partial<PersonFacts>) => personFindings({ ...sound, ...p }, TODAY).map((f) => `${f.field} ${f.severity} ${f.code}`);

/** Born 1949-12-31, a woman: the example of the standard itself. */
const CARD = "11010519491231002X";

describe("what a personnel record must satisfy", () => {
  it("finds nothing in a sound one", () => expect(codes({})).toEqual([]));
  it("finds nothing in what is not filled in", () => expect(codes({ sex: null, joinedPartyOn: null })).toEqual([]));
  it.each<[string, Partial<PersonFacts>, string[]]>([
    ["born in the future", { birthMonth: "2026-07", joinedPartyOn: null }, ["birthMonth ERROR BIRTH_IN_FUTURE"]],
    ["one month short of 18", { birthMonth: "2008-07", joinedPartyOn: null }, ["birthMonth ERROR UNDER_18"]],
    ["18 this month", { birthMonth: "2008-06", joinedPartyOn: null }, []],
    ["over 110", { birthMonth: "1915-05", joinedPartyOn: null }, ["birthMonth ERROR TOO_OLD"]],
    ["joined in the future", { joinedPartyOn: "2026-07-01" }, ["joinedPartyOn ERROR JOINED_IN_FUTURE"]],
    ["joined this month", { joinedPartyOn: "2026-06-30" }, []],
    ["joined before birth", { joinedPartyOn: "1979-04" }, ["joinedPartyOn ERROR JOINED_BEFORE_BIRTH"]],
    ["joined at 17", { joinedPartyOn: "1997-03" }, ["joinedPartyOn PENDING JOINED_BEFORE_18"]],
    ["joined at 18", { joinedPartyOn: "1997-04" }, []],
    ["another sex on the card", { idNumber: CARD, birthMonth: "1949-12", sex: "1", joinedPartyOn: null }, ["sex PENDING SEX_DIFFERS"]],
    ["another month on the card", { idNumber: CARD, joinedPartyOn: null }, ["birthMonth PENDING BIRTH_DIFFERS"]],
    ["the card agrees", { idNumber: CARD, birthMonth: "1949-12", joinedPartyOn: null }, []],
  ])("%s", (_case, facts, expected) => expect(codes(facts)).toEqual(expected));
  it("says what the card says", () => expect(personFindings({ ...sound, idNumber: CARD, joinedPartyOn: null }, TODAY)[0]?.message).toBe("与身份证号的出生年月（1949年12月）不一致"));
});
