import "server-only";
import { wordsOf, type RecordFacts } from "@/lib/delegates/written";
import { displayName } from "@/lib/platform/chinese/name";
import { ageOn } from "@/lib/platform/clock";
import { edges, lines, paperBytes, picture, table, twips, type Box, type Row } from "@/lib/platform/documents/paper";

/** Widths in millimetres: three pairs of label and value, and the photograph of two inches. */
const WIDTHS = [23, 27, 20, 25, 21, 26, 30].map(twips);
const ACROSS = WIDTHS.reduce((a, b) => a + b, 0);
const ROW = twips(9.5);

const label = (text: string, more: Partial<Box> = {}): Box => ({ text, align: "center", points: 11, ...more });
const value = (text: string | null, more: Partial<Box> = {}): Box => ({ text: text ?? "", font: "body", align: "center", points: 12, ...more });
/** Dates are written small, to stay on one line. */
const day = (text: string | null): Box => value(text, { points: 10.5 });
const long = (text: string | null, across = 6): Box => value(text, { across, align: "left" });

/** A field for somebody else's hand: room above, then where the seal and the date go. */
const toSign = (title: string): Row => ({
  height: twips(27),
  cells: [label(title), { across: 6, sit: "bottom", children: [...lines("（盖章）", { font: "body", points: 12, align: "right", indent: 18 }), ...lines("年\u3000\u3000月\u3000\u3000日", { font: "body", points: 12, align: "right", indent: 8, after: 40 })] }],
});

export type FormOptions = { office: string; date: string; /** The day the age is counted to. */ on: string; full: boolean; photo: Uint8Array | null };

function rowsOf(d: RecordFacts, { on, full, photo }: FormOptions): Row[] {
  const w = wordsOf(d, full);
  const portrait: Box = { down: 4, ...(photo ? { children: [picture(photo, [27, 36], "照片")] } : label("照\u3000片")) };
  const row = (cells: Box[], height = ROW): Row => ({ cells, height });
  return [
    row([label("姓\u3000名"), value(displayName(d.person.name)), label("性\u3000别"), value(w.sex), label("民\u3000族"), value(w.ethnicity), portrait], twips(10.5)),
    row([label("出生年月\n（岁）"), day(`${w.birthMonth}\n（${ageOn(d.person.birthMonth, on)}岁）`), label("籍\u3000贯"), value(w.nativePlace), label("入党时间"), day(w.joinedPartyOn)], twips(10.5)),
    row([label("参加工\n作时间"), day(w.workStartedOn), label("学\u3000历"), value(w.education), label("学\u3000位"), value(w.degree)], twips(10.5)),
    row([label("专业技\n术职务"), value(w.professionalTitle, { across: 3 }), label("职\u3000级"), value(w.rank)], twips(10.5)),
    row([label("毕业院校\n及专业"), long(w.school)]),
    row([label("工作单位"), long(w.employer)]),
    row([label("职\u3000务"), long(w.position)]),
    row([label("身份证号"), value(w.idNumber, { across: 3 }), label("手\u3000机"), value(w.mobile, { across: 2 })]),
    row([label("住\u3000址"), value(w.address, { across: 3, align: "left" }), label("办公电话"), value(w.officePhone, { across: 2 })]),
    row([label("代表类别"), value(w.primaryCategory, { across: 3 }), label("代表证号"), value(w.delegateNo, { across: 2 })]),
    row([label("身份标签"), long(w.flags)]),
    row([label("选举单位"), value(w.unitId, { across: 3 }), label("代 表 团"), value(w.delegationId, { across: 2 })]),
    row([label("当选日期"), value(w.electedOn, { across: 3 }), label("当选方式"), value(w.electionKind, { across: 2 })]),
    row([label("先进模\n范荣誉"), long(w.honours)], twips(13)),
    row([label("兼任人大代表、政协委员情况"), long(w.concurrentRoles)], twips(12)),
    toSign("选举单位\n意\u3000\u3000见"),
    toSign("代表资格\n审查意见"),
    row([label("备\u3000注"), long(w.remark)], twips(12)),
  ];
}

/** 代表登记表: one delegate on one A4 sheet, with fields left open for the two bodies that sign. Numbers are masked unless `full`. */
export const formBytes = (d: RecordFacts, options: FormOptions): Promise<Uint8Array<ArrayBuffer>> =>
  paperBytes({
    title: `${d.term.name}代表登记表`, office: options.office, margins: [18, 19, 15, 19],
    children: [
      ...lines(`${d.term.name}代表登记表`, { font: "title", points: 22, align: "center", after: 140 }),
      edges(`填报单位：${options.office}`, `填报日期：${options.date}`, ACROSS, { font: "body", points: 12, after: 60 }),
      table(WIDTHS, rowsOf(d, options)),
    ],
  });

/** The name of a form inside a zip: 001_黄立.docx, without what a file system takes amiss. */
export const formName = (number: number, total: number, name: string): string =>
  `${String(number).padStart(Math.max(3, String(total).length), "0")}_${name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "").replace(/^[.\s]+|[.\s]+$/g, "") || "无名"}.docx`;
