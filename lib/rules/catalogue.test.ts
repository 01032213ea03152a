import { describe, expect, it } from "vitest";
import { catalogue, isRuleKey, rules, type Rule } from "./catalogue";
import { boundsInWords, defaultTag, inWords, measure, outOfBounds, refusals, restoredInWords, WHOLE } from "./labels";
import { sourceInWords, sources, type SourceKey } from "./sources";

describe("every rule", () => {
  it("stands once, under its own key and with a name of its own in its group", () => {
    expect(Object.entries(catalogue).filter(([key, rule]) => key !== rule.key)).toEqual([]);
    const names = rules.map((rule) => `${rule.group} ${rule.name}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(rules.filter((rule) => !/^[a-z]+\.[a-zA-Z]+$/.test(rule.key))).toEqual([]);
  });

  it("has a default within its bounds, and shares no larger than the whole", () => {
    expect(rules.filter(({ value, least, most }) => !(least >= 0 && least <= value && value <= most && least < most))).toEqual([]);
    expect(rules.filter(({ unit, most }) => unit === "PERCENT" && most > 100)).toEqual([]);
  });

  it("names a source that exists, and every source is named", () => {
    const named = new Set(rules.flatMap((rule: Rule) => [rule.source, rule.duty].filter((key) => key && key !== "default")));
    expect([...named].filter((key) => !Object.hasOwn(sources, key as string))).toEqual([]);
    expect(Object.keys(sources).filter((key) => !named.has(key as SourceKey))).toEqual([]);
  });
});

it("asks two persons where the secrecy and the validity of ballots, and the watch over the office, hang on it", () => {
  expect(rules.filter((rule: Rule) => rule.two).map((rule) => rule.key)).toEqual(["deadline.toSupervisor", "ballot.window", "ballot.turnout", "ballot.smallestGroup"]);
});

it("marks the clocks that run", () => {
  expect(rules.filter((rule: Rule) => rule.live).map((rule) => rule.key)).toEqual(["deadline.before", "deadline.toHead", "deadline.toOffice", "deadline.toSupervisor", "deadline.urge", "termination.file", "correction.confirm", "correction.approve", "account.firstPassword", "meeting.opinion", "opinion.answer", "training.hours", "research.yearly", "research.report", "research.review", "duty.review", "duty.redo", "duty.age", "duty.photos"]);
});

it("never lets the smallest group of a ballot fall under the floor of three", () => expect(catalogue["ballot.smallestGroup"].least).toBe(3));

it("knows its keys and no others", () => expect(["termination.file", "toString", "__proto__", "", "termination.File"].map(isRuleKey)).toEqual([true, false, false, false, false]));

describe("in words", () => {
  it("says value, measure and source", () => {
    expect(measure(catalogue["ballot.turnout"], 50)).toBe("50%");
    expect(measure(catalogue["duty.photos"], 9)).toBe("9 张");
    expect(inWords({ key: "termination.file", value: 10, source: "平台默认值" })).toBe("10 个工作日（平台默认值，可改）");
    expect(inWords({ key: "termination.file", value: 8, source: "青组〔2026〕1号（2026-12-01 起）" })).toBe("8 个工作日（青组〔2026〕1号（2026-12-01 起））");
    expect(sourceInWords("REG-28")).toBe("《代表任期制暂行条例》（中发〔2008〕8号）第二十八条");
    expect([defaultTag(catalogue["proposal.reply"]), defaultTag(catalogue["proposal.review"])]).toEqual(["有出处：关于党代表提案、提议的规定（广东省）", "默认值，可改"]);
    expect(defaultTag(catalogue["deadline.urge"])).toBe("默认值，可改");
  });

  it("says bounds once with their measure, and of the whole committee nothing above it", () => {
    expect([boundsInWords(catalogue["duty.review"]), outOfBounds(catalogue["duty.review"])]).toEqual(["1 至 30（单位：工作日）", "请填写 1 至 30 之间的整数（单位：工作日）"]);
    expect([boundsInWords(catalogue["ballot.turnout"]), boundsInWords(catalogue["duty.photos"])]).toEqual(["1 至 100（单位：%）", "1 至 30（单位：张）"]);
    expect([restoredInWords(null), restoredInWords("u")]).toEqual(["恢复默认值", "恢复上一级的设置或默认值"]);
    expect(refusals.nothingSet(WHOLE)).not.toContain("上一级");
  });
});
