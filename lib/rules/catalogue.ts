// Every number of the rules of this platform, with the value that holds until a committee sets another: clocks, limits,
// terms and shares. From domain 2 and 6; where no public text gives a number, the default is ours and says so. Points and
// cut-offs of an assessment belong to its yearly scheme, not here.
import type { RuleUnit } from "@/prisma/client/enums";
import type { SourceKey } from "./sources";

export type Rule = {
  key: string;
  name: string;
  /** The business it belongs to, in Chinese, as the page sorts it. */
  group: string;
  value: number;
  unit: RuleUnit;
  least: number;
  most: number;
  /** Where the number comes from, or "default". */
  source: SourceKey | "default";
  /** Where the duty itself comes from, when that text gives no number. */
  duty?: SourceKey;
  /** The measure in words where the unit has none of its own: 张, 轮. */
  word?: string;
  /** A clock of the product already counts by it. */
  live?: true;
  /** In force only once another person has confirmed it (trust 2.3.5). */
  two?: true;
};

type Given = [name: string, value: number, unit: RuleUnit, least: number, most: number, more?: Partial<Pick<Rule, "source" | "duty" | "word" | "live" | "two">>];

const group = <K extends string>(name: string, rules: Record<K, Given>): Record<K, Rule> =>
  Object.fromEntries(Object.entries<Given>(rules).map(([key, [title, value, unit, least, most, more]]) => [key, { key, name: title, group: name, value, unit, least, most, source: "default", ...more }])) as unknown as Record<K, Rule>;

const live = true;
const two = true;
const from = (source: SourceKey) => ({ source });
/** A ballot is not made valid, and its secrecy not thinned, by one hand. */
const ballot = { two } as const;

export const catalogue = {
  ...group("期限提醒", {
    "deadline.before": ["到期前提醒承办人", 3, "WORKDAY", 1, 30, { live }],
    "deadline.toHead": ["超期后告知承办方负责人", 1, "WORKDAY", 1, 30, { live }],
    "deadline.toOffice": ["超期后告知组织部", 3, "WORKDAY", 1, 60, { live }],
    // Who is watched does not alone put off the day on which the watch is told.
    "deadline.toSupervisor": ["超期后告知督查室", 5, "WORKDAY", 1, 60, { live, two }],
    "deadline.urge": ["同一角色两次催办的间隔", 3, "DAY", 1, 30, { live }],
  }),
  ...group("资格终止", { "termination.file": ["决定后报上一级党委备案", 10, "WORKDAY", 1, 60, { live, duty: "REG-28" }] }),
  ...group("更正申请", {
    "correction.confirm": ["选举单位核实更正申请", 5, "WORKDAY", 1, 30, { live }],
    "correction.approve": ["组织部审核更正申请", 5, "WORKDAY", 1, 30, { live }],
  }),
  ...group("账号", { "account.firstPassword": ["领到初始口令后修改口令", 7, "DAY", 1, 14, { live }] }),
  ...group("提案提议", {
    "proposal.cosigners": ["提案的联名人数", 10, "HEAD", 1, 200, from("PL1")],
    "proposal.cosign": ["受邀代表答复联名", 5, "DAY", 1, 30],
    "proposal.title": ["提案题目的字数上限", 50, "CHARACTER", 10, 200],
    "proposal.part": ["案由、案据、方案各自的字数上限", 2500, "CHARACTER", 100, 20_000, from("CT1")],
    "proposal.acknowledge": ["收到后告知提出人", 3, "WORKDAY", 1, 30],
    "proposal.review": ["审查立案", 5, "WORKDAY", 1, 60],
    "proposal.assign": ["立案后交办", 5, "WORKDAY", 1, 60],
    "proposal.accept": ["承办单位签收或退回", 5, "WORKDAY", 1, 30, from("GY")],
    "proposal.contact": ["承办单位与提出人联系", 15, "WORKDAY", 1, 60, from("CY")],
    "proposal.reply": ["书面答复", 3, "MONTH", 1, 12, from("GD")],
    "proposal.extension": ["延期答复的上限", 1, "MONTH", 1, 6],
    "proposal.reviewReply": ["审核答复", 5, "WORKDAY", 1, 30],
    "proposal.feedback": ["提出人反馈意见", 15, "WORKDAY", 1, 60, from("CY")],
    "proposal.rework": ["不满意后重新办理", 1, "MONTH", 1, 6],
    "proposal.rounds": ["重新办理的次数上限，此后转督查室", 2, "TIME", 1, 5],
  }),
  ...group("党员群众意见", {
    "opinion.forward": ["代表转送承办单位", 5, "WORKDAY", 1, 30, from("WH")],
    "opinion.reply": ["承办单位办结", 30, "WORKDAY", 1, 120, from("WH")],
    "opinion.extension": ["延期办理的上限", 15, "WORKDAY", 1, 60, from("WH")],
    "opinion.decline": ["不能办理的说明理由", 5, "WORKDAY", 1, 30, from("WH")],
    "opinion.claim": ["工作室意见认领", 3, "DAY", 1, 30, from("LK")],
    "opinion.feedback": ["简单事项反馈", 7, "DAY", 1, 60, from("LK")],
  }),
  ...group("联系党员群众", {
    "contact.targets": ["每名代表联系的人数", 5, "HEAD", 1, 100, from("SND")],
    "contact.records": ["每年联系的次数", 4, "TIME", 1, 100, from("SND")],
    "contact.receptions": ["每名代表每年接待的次数", 2, "TIME", 1, 50, from("SND")],
    "studio.receptions": ["工作室每月接待日", 2, "TIME", 1, 31, from("CC")],
    "studio.delegates": ["每次接待的代表人数", 2, "HEAD", 1, 50, from("CC")],
  }),
  ...group("列席会议", {
    "meeting.notice": ["会前发出邀请", 7, "DAY", 1, 60],
    "meeting.documents": ["会前发送材料", 3, "DAY", 1, 60],
    "meeting.shortest": ["最短的通知时间", 24, "HOUR", 1, 240],
    "meeting.reply": ["会前答复是否列席", 3, "DAY", 1, 30],
    "meeting.signIn": ["开始前后可以签到的时间", 30, "MINUTE", 5, 240],
    "meeting.late": ["开始后多久算迟到", 15, "MINUTE", 1, 120],
    "meeting.absentList": ["会后确认缺席名单", 3, "WORKDAY", 1, 30],
    "meeting.opinion": ["会后提出意见", 5, "WORKDAY", 1, 30, { live }],
    "opinion.answer": ["承办单位答复会后意见、书面建议", 30, "WORKDAY", 1, 120, { live }],
    "meeting.perTerm": ["每名代表一届内列席的次数", 1, "TIME", 1, 50, from("PL2")],
    "meeting.baseShare": ["参加评议、推荐的基层代表比例", 5, "PERCENT", 1, 100, from("PL2")],
  }),
  ...group("教育培训", {
    "training.answer": ["选派后答复是否参加", 3, "DAY", 1, 30],
    "training.cancel": ["开始前可以取消报名的时间", 24, "HOUR", 1, 240],
    "training.absentList": ["培训后确认缺席名单", 3, "WORKDAY", 1, 30],
    "training.hours": ["每年的学时", 16, "HOUR", 1, 200, { live, word: "学时" }],
    "training.lesson": ["一学时的长度", 45, "MINUTE", 30, 60],
  }),
  ...group("调研视察", {
    "research.yearly": ["每个小组每年组织的次数", 2, "TIME", 1, 24, { source: "PL2", live }],
    "research.report": ["实地调研后提交报告", 20, "WORKDAY", 1, 120, { live }],
    "research.review": ["审阅调研报告", 10, "WORKDAY", 1, 60, { live }],
  }),
  ...group("履职登记", {
    "duty.groupReview": ["代表小组审核", 3, "WORKDAY", 1, 30],
    "duty.review": ["组织部审核", 5, "WORKDAY", 1, 30, { live }],
    "duty.redo": ["退回后修改", 10, "WORKDAY", 1, 60, { live }],
    "duty.age": ["逾多久补登须说明理由", 30, "DAY", 1, 365, { live }],
    "duty.photos": ["每条记录的照片上限", 9, "TIME", 1, 30, { live, word: "张" }],
    "duty.alike": ["同类记录相隔多久内提示重复", 2, "HOUR", 1, 24],
  }),
  ...group("询问质询", {
    "inquiry.accept": ["受理或说明不受理的理由", 3, "WORKDAY", 1, 30],
    "inquiry.answer": ["代表答复党员的询问、质询", 10, "WORKDAY", 1, 60],
    "inquiry.opinion": ["询问人反馈意见", 10, "WORKDAY", 1, 60],
    "inquiry.reanswer": ["不满意后再次答复", 5, "WORKDAY", 1, 30],
    "inquiry.talk": ["再次不满意后组织部约谈双方", 10, "WORKDAY", 1, 60],
    "inquiry.interpellants": ["党员联名质询的人数", 5, "HEAD", 1, 200],
    "inquiry.interpellantShare": ["党员联名质询占选举单位党员的比例", 10, "PERCENT", 1, 100],
    "inquiry.department": ["部门答复代表询问", 15, "WORKDAY", 1, 60, from("GDE")],
    "inquiry.interpellation": ["部门答复代表质询", 1, "MONTH", 1, 6, from("GDE")],
  }),
  ...group("述职评议", {
    "report.open": ["开始撰写，早于年末", 46, "DAY", 1, 120],
    "report.due": ["提交述职报告，早于年末", 16, "DAY", 0, 90],
    "report.review": ["审核述职报告", 5, "WORKDAY", 1, 30],
    "report.present": ["述职，年末之后", 15, "DAY", 1, 90],
    "report.shortest": ["述职报告的字数下限", 800, "CHARACTER", 100, 5000],
    "report.longest": ["述职报告的字数上限", 3000, "CHARACTER", 500, 20_000],
    "report.served": ["当年履职满多久须述职", 3, "MONTH", 1, 12],
    "ballot.window": ["测评的时长", 7, "DAY", 1, 30, ballot],
    "ballot.turnout": ["测评有效的参加比例", 50, "PERCENT", 1, 100, ballot],
    "ballot.smallestGroup": ["不公布分项结果的人数下限", 5, "HEAD", 3, 50, ballot],
    "ballot.publish": ["公布测评结果", 5, "WORKDAY", 1, 30],
  }),
  ...group("年度考核", {
    "assessment.unitOpinion": ["选举单位提出意见", 10, "WORKDAY", 1, 60],
    "assessment.grade": ["组织部提出等次", 10, "WORKDAY", 1, 60],
    "assessment.excellent": ["优秀等次的比例上限", 20, "PERCENT", 1, 100],
    "assessment.appeal": ["代表申诉", 5, "WORKDAY", 1, 30],
    "assessment.decide": ["答复申诉", 10, "WORKDAY", 1, 60],
    "assessment.confirm": ["无申诉后确认结果", 5, "WORKDAY", 1, 30],
    "assessment.poorYears": ["连续不称职后约谈", 2, "TIME", 1, 5, { source: "YC", word: "年" }],
  }),
  ...group("表彰与公示", {
    "commendation.share": ["表彰名额的比例上限", 20, "PERCENT", 1, 100, from("YJ")],
    "commendation.frontline": ["表彰名额中一线代表的比例下限", 60, "PERCENT", 0, 100],
    "commendation.check": ["审核推荐人选", 10, "WORKDAY", 1, 60],
    "commendation.notice": ["表彰前公示", 5, "WORKDAY", 1, 30],
    "commendation.objection": ["核查异议", 5, "WORKDAY", 1, 30],
    "notice.period": ["公示的时长", 5, "WORKDAY", 1, 60],
  }),
} as const satisfies Record<string, Rule>;

export type RuleKey = keyof typeof catalogue;

/** All rules in the order of the page. */
export const rules: readonly (Rule & { key: RuleKey })[] = Object.values(catalogue) as (Rule & { key: RuleKey })[];

export const isRuleKey = (key: string): key is RuleKey => Object.hasOwn(catalogue, key);
