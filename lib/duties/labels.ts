import type { DutyKind, DutyOrigin, DutyState } from "@/prisma/client/enums";
import type { DutyEvent } from "./flow";

export const kindNames: Record<DutyKind, string> = {
  CONGRESS: "参加党代会", TRAINING: "学习培训", MEETING: "列席会议", EVALUATION: "民主评议", RESEARCH: "调研视察", CONTACT: "联系党员群众", RECEPTION: "工作室接待",
  MEDIATION: "化解矛盾", VOLUNTEER: "志愿服务", HARDSHIP_VISIT: "慰问帮扶", PROPOSAL: "提案提议", PUBLICITY: "宣讲", INQUIRY: "答复询问和质询", ANNUAL_REPORT: "述职", OTHER: "其他",
};

export const stateNames: Record<DutyState, string> = { DRAFT: "草稿", SUBMITTED: "待审核", APPROVED: "已通过", REJECTED: "退回修改", REVOKED: "已撤销" };

export const stateTones: Record<DutyState, "amber" | "green" | "plain"> = { DRAFT: "plain", SUBMITTED: "amber", APPROVED: "green", REJECTED: "amber", REVOKED: "plain" };

export const originNames: Record<DutyOrigin, string> = { OWN: "代表本人填报", BEHALF: "联络员代填", ACTIVITY: "活动自动记录", IMPORT: "历史资料导入" };

/** The same in a cell of a list. */
export const originMarks: Record<DutyOrigin, string> = { OWN: "本人", BEHALF: "联络员", ACTIVITY: "活动", IMPORT: "导入" };

export const eventNames: Record<DutyEvent, string> = { submit: "提交审核", withdraw: "撤回", approve: "审核通过", reject: "退回修改", revise: "修改后再次提交", revoke: "撤销" };

/** What each step brings about, said before it is taken. */
export const effects: Record<DutyEvent, string> = {
  submit: "提交后由组织部审核，开始审核之前可以撤回。", withdraw: "撤回后成为草稿，可以修改后再次提交，也可以删除。", approve: "通过后计入代表的履职，本人随即收到消息。",
  reject: "退回后由填报人修改，再次提交；填报人随即收到消息，看到退回的理由。", revise: "修改后可以再次提交。", revoke: "撤销后不再计入代表的履职，不能恢复；本人随即收到消息，看到撤销的理由。",
};

export const verbNames: Record<string, string> = {
  "duty.record": "履职：活动自动记录", "duty.unrecord": "履职：撤下活动的自动记录", "duty.log": "履职：本人填报", "duty.logFor": "履职：代为填报", "duty.edit": "履职：修改", "duty.remove": "履职：删除草稿",
  ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`duty.${event}`, `履职：${name}`])),
  "duty.open": "履职：开始审核", "duty.confirm": "履职：本人确认", "duty.dispute": "履职：本人提出异议", "duty.settle": "履职：答复异议", "duty.addPhoto": "履职：上传照片", "duty.removePhoto": "履职：删除照片", "duty.find": "查找履职记录",
};

export const fieldNames: Record<string, string> = {
  kind: "类别", title: "名称", heldOn: "履职日期", hours: "时长（小时）", reached: "联系服务人数", place: "地点", content: "主要内容", detail: "类别栏目", evidence: "佐证材料", lateReason: "补记的原因", state: "状态", again: "确认不是重复", contacts: "联系对象",
  photo: "照片", dispute: "异议", disputeReply: "对异议的答复", note: "理由", delegateId: "代表", pick: "履职记录",
};

export const photoRefusals: Record<"empty" | "large" | "heic" | "drawing" | "other" | "broken" | "huge" | "small", string> = {
  empty: "没有收到照片。请选择一张照片后再上传。", large: "照片超过 8 MB，没有上传。请缩小后再上传。", heic: "这张照片是 HEIC 格式，没有上传。请在手机相机设置中改为“兼容性最佳”，或转存为 JPG 后再上传。",
  drawing: "这个文件不是照片，没有上传。请选择 JPG、PNG 或 WebP 照片。", other: "这个文件不是照片，没有上传。请选择 JPG、PNG 或 WebP 照片。", broken: "照片已损坏，没有上传。请换一张再上传。",
  huge: "照片的尺寸过大，没有上传。请缩小后再上传。", small: "照片太小，看不清楚，没有上传。请换一张再上传。",
};

/** What comes next, said to whoever just kept a record. */
export const sentWords = { DRAFT: "只有填报人能看到。写完后请提交，才会审核。", SUBMITTED: "组织部审核后会给您发消息。可以在下面上传照片。" };

/** Said to a reviewer before the first word on a record. */
export const openWords = "开始审核后，填报人不能再撤回。";

const CONTACT_OFFICE = "请联系组织部经办。";

export const refusals = {
  log: "您不能填报履职。请由代表本人登录后填报。",
  logFor: "您不能代这名代表填报。请由代表选举单位的联络员办理。",
  record: "您不能登记活动的履职。" + CONTACT_OFFICE,
  edit: "您不能修改这条记录，只有填报人可以修改。",
  remove: "您不能删除这条记录，只有填报人可以删除。",
  submit: "您不能提交这条记录，只有填报人可以提交。",
  withdraw: "您不能撤回这条记录，只有填报人可以撤回。",
  revise: "您不能修改这条记录，只有填报人可以修改。",
  approve: "您不能审核这条记录。审核由组织部办理，本人填报的由他人审核。",
  reject: "您不能退回这条记录。审核由组织部办理，本人填报的由他人审核。",
  revoke: "您不能撤销已通过的记录。请由组织部负责人办理。",
  confirm: "您不能确认这条记录。只有代表本人可以确认。",
  dispute: "您不能对这条记录提出异议。只有代表本人可以提出。",
  settle: "您不能答复异议。" + CONTACT_OFFICE,
  noMandate: "没有查到您的代表资格，不能填报。请联系组织部核对。",
  notActive: (status: string) => `代表的状态是“${status}”，不能填报履职。如有疑问，请联系组织部。`,
  notLogged: "这一类由系统自动记录，不需要填报。请选择其他类别。",
  future: "日期不能晚于今天",
  beforeMandate: (on: string) => `日期不能早于任职之日（${on}）`,
  late: (days: number) => `这一天距今已超过 ${days} 天，请写明补记的原因，至少 4 个字`,
  alike: (title: string) => `同一天已有一条同类的记录“${title}”。确实不是同一件事的，请勾选确认后再提交`,
  evidence: "这一类须有佐证材料，请写明证书、通知等材料的名称",
  notOpen: (state: string) => `这条记录的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  opened: "组织部已经开始审核这条记录，不能撤回。如需修改，请联系组织部退回。",
  fixed: "这条记录由系统写下，不能修改。如与事实不符，请提出异议。",
  confirmed: "这条记录已经确认或已提出异议，不能重复办理。请刷新页面查看。",
  noDispute: "这条记录没有待答复的异议。请刷新页面查看。",
  nothingPicked: "没有选中记录。请先勾选，再办理。",
  why: "请写明退回的理由，至少 4 个字",
  photos: (most: number) => `每条记录最多 ${most} 张照片，没有上传。请先删除不需要的照片。`,
  photoTwice: "这张照片已经上传过。",
  photoClosed: (state: string) => `这条记录的状态是“${state}”，不能再增删照片。`,
};

/** What a batch did, in a sentence. */
export const reviewedWords = (verdict: "approve" | "reject", { done, skipped }: { done: number; skipped: number }): string =>
  `${verdict === "approve" ? "审核通过" : "退回修改"} ${done} 条${skipped > 0 ? `；另有 ${skipped} 条已有变动，或由您本人填报，没有办理` : ""}。`;
