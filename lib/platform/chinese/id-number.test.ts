import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "../clock";
import { checkDigit, maskIdNumber, maskMobile, readIdNumber } from "./id-number";

beforeEach(() => setClock(() => new Date("2026-11-23T04:00:00Z")));
afterEach(() => setClock(null));

const whyNot = (raw: string) => {
  const read = readIdNumber(raw);
  return read.ok ? "accepted" : read.why;
};
const numberFor = (birth: string, sequence = "123", area = "990101") => {
  const digits = `${area}${birth}${sequence}`;
  return digits + checkDigit(digits);
};

describe("numbers of the standard", () => {
  it.each([
    ["11010519491231002X", "1949-12-31", "2"], ["34052419800101001X", "1980-01-01", "1"], ["990101198808231133", "1988-08-23", "1"],
  ])("%s", (idNumber, birthDate, sex) => {
    expect(readIdNumber(idNumber)).toEqual({ ok: true, idNumber, birthDate, birthMonth: birthDate.slice(0, 7), sex, notes: [] });
  });
});

describe("writing", () => {
  it.each(["１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002x", "'11010519491231002X", "110105-19491231-002X", "11010519491231002ｘ"])("%s is put right, and that is said", (raw) => {
    expect(readIdNumber(raw)).toMatchObject({ ok: true, idNumber: "11010519491231002X", notes: [expect.stringContaining("已去掉")] });
  });

  it("a tab that guards the cell is not worth a word", () => expect(readIdNumber("\t11010519491231002X")).toMatchObject({ ok: true, notes: [] }));
});

describe("refusals, each with its own sentence", () => {
  it.each([
    ["", "没有身份证号，请填写 18 位号码"],
    ["110105491231002", "这是 15 位的旧号码，请改填 18 位的公民身份号码"],
    ["11010519491231002", "身份证号应为 18 位，现为 17 位，请核对"],
    ["11010519491231002XX", "身份证号应为 18 位，现为 19 位，请核对"],
    ["1101051949123100ZX", "身份证号含“Z”，只能由数字和末位的 X 组成，请核对"],
    ["110105194912310X21", "身份证号中的 X 只能在末位，请核对"],
    ["440524188001010014", "身份证号表示 1880-01-01 出生，已超过 100 岁，请核对"],
    ["1.10105E+17", "身份证号成了科学记数法“1.10105E+17”，末几位已丢失，请把该列设为文本格式后重新填写完整号码"],
    ["110105194912310021", "身份证号的末位校验码不符，有一位写错了，请逐位核对"],
    ["110105194913310021", "身份证号第 7 至 14 位“19491331”不是日历上有的日期，请核对"],
    ["110105190002290021", "身份证号第 7 至 14 位“19000229”不是日历上有的日期，请核对"],
  ])("%s", (raw, why) => expect(whyNot(raw)).toBe(why));

  it.each([
    ["20261124", "晚于今天"], ["20261123", "不满 18 岁"], ["20081201", "不满 18 岁"], ["20081130", "accepted"], ["19261101", "accepted"], ["19251201", "accepted"], ["19251123", "已超过 100 岁"],
  ])("born %s: %s", (birth, why) => expect(whyNot(numberFor(birth))).toContain(why));
});

const birth = fc.date({ min: new Date("1930-01-01"), max: new Date("2008-10-31"), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10).replaceAll("-", ""));
const valid = fc.tuple(birth, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 110000, max: 999999 }))
  .map(([day, sequence, area]) => numberFor(day, String(sequence).padStart(3, "0"), String(area)));

describe("for any person", () => {
  it("the number is accepted and tells birth and sex", () => {
    fc.assert(fc.property(valid, (idNumber) => {
      const sex = Number(idNumber[16]) % 2 === 0 ? "2" : "1";
      expect(readIdNumber(idNumber)).toMatchObject({ ok: true, idNumber, sex, birthDate: idNumber.replace(/^.{6}(.{4})(..)(..).*/, "$1-$2-$3") });
    }));
  });

  it("the number with one changed digit is refused", () => {
    fc.assert(fc.property(valid, fc.nat(17), fc.integer({ min: 1, max: 9 }), (idNumber, at, by) => {
      const old = idNumber.charAt(at);
      const other = old === "X" ? String(by) : String((Number(old) + by) % 10);
      expect(readIdNumber(idNumber.slice(0, at) + other + idNumber.slice(at + 1)).ok).toBe(false);
    }));
  });
});

describe("masks", () => {
  it("leave little to see", () => {
    expect(maskIdNumber("990101198808231142")).toBe("9901************42");
    expect(maskMobile("10000004417")).toBe("100****4417");
  });

  it("hide what is too short altogether", () => {
    expect(maskIdNumber("990142")).toBe("******");
    expect(maskMobile("")).toBe("");
  });
});
