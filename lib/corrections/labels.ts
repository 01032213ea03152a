import { fieldNames as delegateFields } from "@/lib/delegates/labels";
import { sentence } from "@/lib/messages/kinds";
import type { CorrectionState } from "@/prisma/client/enums";
import type { CorrectionEvent } from "./flow";

export const stateNames: Record<CorrectionState, string> = { SUBMITTED: "待联络员核实", CONFIRMED: "待组织部审核", APPROVED: "已更正", RETURNED: "退回修改", WITHDRAWN: "已撤回" };

/** How a request stands; one whose unit has no liaison waits for the office from the start. */
export const stateName = (state: CorrectionState, hasLiaison: boolean): string => (state === "SUBMITTED" && !hasLiaison ? "待组织部审核" : stateNames[state]);

export const stateTones: Record<CorrectionState, "amber" | "green" | "danger" | "plain"> = { SUBMITTED: "amber", CONFIRMED: "amber", APPROVED: "green", RETURNED: "danger", WITHDRAWN: "plain" };

export const eventNames: Record<CorrectionEvent, string> = { confirm: "核实属实", approve: "审核通过，更正资料", sendBack: "退回修改", resubmit: "修改后再次提交", withdraw: "撤回申请" };

/** What each step brings about, said before it is taken. */
export const effects: Record<CorrectionEvent, string> = {
  confirm: "核实后送组织部审核；审核通过之前，登记资料不变。",
  approve: "登记资料随即按下表更正，并记入这名代表的变动记录。",
  sendBack: "退回后由代表本人修改，再次提交；登记资料不变。",
  resubmit: "提交后重新核实、审核；审核通过之前，登记资料不变。",
  withdraw: "撤回后本件办结，登记资料不变。以后需要时，可以另行申请。",
};

export const verbNames: Record<string, string> = {
  "correction.submit": "申请更正资料",
  ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`correction.${event}`, `更正申请：${name}`])),
  "correction.attach": "更正申请：上传证明材料",
  "correction.readProof": "更正申请：下载证明材料",
  "correction.reveal": "更正申请：查看完整内容",
  "correctionrequest.find": "查找更正申请",
};

export const fieldNames: Record<string, string> = { ...delegateFields, fields: "申请更正的项目", reason: "更正的理由", note: "理由", state: "状态", proof: "证明材料", looked: "对照", acceptReason: "情况说明", field: "项目" };

export const refusals = {
  submit: "您现在不能申请更正。在任代表可以申请更正本人的登记资料，如有疑问请联系组织部。",
  resubmit: "您不能修改这一件。请由提出申请的代表本人修改。",
  withdraw: "您不能撤回这一件。请由提出申请的代表本人撤回。",
  attach: "您不能上传证明材料。请由提出申请的代表本人上传。",
  confirm: "您不能核实这一件。请由代表选举单位的联络员核实。",
  approve: "您不能审核更正申请。请联系组织部经办。",
  sendBack: "您不能退回这一件。请由选举单位联络员或组织部经办办理。",
  reveal: "您不能查看申请的完整内容。",
  own: "这是您本人提出的申请，不能由本人办理。请由选举单位的其他联络员或组织部办理。",
  first: "这一件还没有经选举单位联络员核实。请先由联络员核实。",
  notOpen: (state: string) => `这一件现在的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  taken: "没有办理。在您查看期间，这一件已由他人办理或修改。请刷新页面，看过最新内容后再办。",
  movedSince: "没有更正。在您查看期间，这名代表的登记资料有变动。请刷新页面，对照现在登记的内容后再办。",
  look: "提交申请以后，登记的内容已经变动。请对照“现在登记”一栏，确认仍按申请更正",
  nothing: "请选择要更正的项目",
  same: "与现在登记的内容相同，不必更正。请填写正确的内容",
  twice: "这一项已有一件申请正在办理。请先办结或撤回那一件",
  masked: "请填写完整内容，不能含 *",
  tooLarge: "证明材料超过 5 MB，没有上传。请压缩，或拍摄小一些的照片后再传。",
  noFile: "没有选择文件。请选择证明材料的照片或 PDF 文件后再上传。",
  wrongKind: "没有上传。这不是 JPG、PNG 照片或 PDF 文件，或者文件已损坏。请换一个文件再传。",
};

/** What the delegate is told of a step: the result in words that may leave the platform, and what more is to be said inside it. */
export function resultOf(event: CorrectionEvent, note: string | null): { result: string; note: string } | null {
  if (event === "approve") return { result: "审核通过，资料已更正", note: "" };
  return event === "sendBack" ? { result: "退回", note: `请修改后再次提交。${note ? sentence(`理由：${note}`) : ""}` } : null;
}
