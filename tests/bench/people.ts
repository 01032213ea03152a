import { keysOfName, type NameKeys } from "@/lib/delegates/keys";
import type { MandateValues, PersonValues } from "@/lib/delegates/values";
import type { WrittenValues } from "@/lib/delegates/written";
import { checkDigit } from "@/lib/platform/chinese/id-number";
import type { DelegateFlag, PrimaryCategory } from "@/prisma/client/enums";
import { Dice } from "./dice";
import { nameOf } from "./names";

const two = (n: number) => String(n).padStart(2, "0");

/** Every number of this kind is unique to the person's place in the whole sequence; its area does not exist. */
function cardOf(at: number, birth: string, day: number, sex: "1" | "2"): string {
  const body = `99${String(Math.floor(at / 500)).padStart(4, "0")}${birth.replace("-", "")}${two(day)}${String((at % 500) * 2 + (sex === "1" ? 1 : 0)).padStart(3, "0")}`;
  return body + checkDigit(body);
}

const EDUCATIONS = ["11", "14", "14", "21", "21", "21", "21", "21", "31", "31", "31", "41", "61", "71"];
const CATEGORIES: (PrimaryCategory | null)[] = ["LEADING_CADRE", "LEADING_CADRE", "LEADING_CADRE", "LEADING_CADRE", "LEADING_CADRE", "PROFESSIONAL", "PROFESSIONAL", "MODEL", "MODEL", "MILITARY", null];
const FLAGS: DelegateFlag[][] = [[], [], [], ["FRONTLINE"], ["FRONTLINE", "WORKER"], ["FRONTLINE", "FARMER"], ["NEW_ORGANIZATION"], ["RETIRED"], ["RETURNED_OVERSEAS"]];
const ETHNICITIES = ["01", "01", "01", "01", "01", "01", "01", "01", "01", "01", "01", "03", "05", "06", "08", "11", "15"];
const PLACES = ["江苏望澜", "浙江绍兴", "安徽桐城", "山东诸城", "河南固始", "湖南湘潭", "四川江油", "福建莆田"];
const EMPLOYERS = ["区人民医院", "云帆街道办事处", "青澜中学", "城投集团有限公司", "区税务局", "松岭镇人民政府", "区市场监督管理局", "晨光电子有限公司", "第三建筑公司", "区农业技术推广站"];
const POSITIONS = ["党委书记", "副主任", "科长", "主任医师", "高级教师", "车间班长", "村党支部书记", "工程师", "社区民警", "驾驶员"];
const SCHOOLS = ["省委党校经济管理", "望澜大学汉语言文学", "东南工学院机械制造", "医科大学临床医学", "农业大学农学"];
const TITLES = [null, null, null, "高级工程师", "主任医师", "正高级教师", "农艺师"];

const known = new Map<string, NameKeys>();

/** The product's own keys, each name computed once. */
function keysOf(name: string): NameKeys {
  const keys = known.get(name) ?? keysOfName(name);
  known.set(name, keys);
  return keys;
}

/** The facts of the human being in this place of the sequence. */
export function personAt(at: number): PersonValues {
  const dice = new Dice(at * 7919 + 17);
  const sex = dice.below(3) === 0 ? "2" : "1";
  const year = 1955 + dice.below(43);
  const birthMonth = `${year}-${two(1 + dice.below(12))}`;
  return {
    name: nameOf(dice, sex), sex, ethnicity: dice.pick(ETHNICITIES), birthMonth, nativePlace: dice.pick(PLACES),
    joinedPartyOn: `${year + 19 + dice.below(8)}-${two(1 + dice.below(12))}`, workStartedOn: `${year + 18 + dice.below(6)}-07`,
    idNumber: cardOf(at, birthMonth, 1 + dice.below(28), sex), mobile: `1390${String(at).padStart(7, "0")}`, officePhone: null,
    address: dice.below(4) === 0 ? `望澜市青澜区文昌路${1 + dice.below(300)}号` : null,
  };
}

/** The mandate of that human being; a twentieth has no electing unit filled in by hand and takes its delegation's. */
export function mandateAt(at: number, place: { delegationId: string; groupId: string | null; unitId: string }, number: string | null): MandateValues {
  const dice = new Dice(at * 104729 + 31);
  const education = dice.pick(EDUCATIONS);
  return {
    ...place, delegateNo: number, primaryCategory: dice.pick(CATEGORIES), flags: dice.pick(FLAGS), education,
    degree: education < "20" ? "3" : education === "21" ? "4" : null, school: education < "40" ? dice.pick(SCHOOLS) : null,
    employer: dice.pick(EMPLOYERS), position: dice.pick(POSITIONS), rank: null, professionalTitle: dice.pick(TITLES), occupation: null,
    honours: dice.below(10) === 0 ? "市优秀共产党员" : null, electedOn: null, electionKind: "GENERAL", concurrentRoles: null, remark: null,
  };
}

/** Both as the services write them. */
export const writtenAt = (at: number, mandate: MandateValues): WrittenValues => {
  const person = personAt(at);
  return { person, mandate, keys: keysOf(person.name), pinyinByHand: false, acceptReason: null };
};
