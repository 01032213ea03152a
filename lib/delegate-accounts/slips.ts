import "server-only";
import type { Paragraph } from "docx";
import type { Actor } from "@/lib/platform/actor";
import { displayName } from "@/lib/platform/chinese/name";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { inParts } from "@/lib/platform/rows";
import { lines, paperBytes, table, twips, type Box, type Row } from "@/lib/platform/documents/paper";

/** What stands on one slip; without a password the holder goes on with the one of before. */
export type Slip = { name: string; delegation: string; username: string; password: string | null };

const [ACROSS, DOWN] = [2, 4];
const WIDTH = twips(92);
const HEIGHT = twips(67);

const said = (text: string, more: Parameters<typeof lines>[1] = {}): Paragraph[] => lines(text, { font: "body", points: 10.5, ...more });

const pairs = (slip: Slip): [string, string][] => [["登录名", slip.username], ["初始口令", slip.password ?? "沿用原口令"], ["网\u3000址", `${env().APP_URL}/login`]];

function boxOf(slip: Slip | undefined, until: string): Box {
  if (!slip) return { text: "" };
  const steps = slip.password
    ? [`有效期至 ${until}，只用一次。`, "登录后须先改为本人口令，本条即作废。", "请勿拍照、转发；遗失请告知组织部。"]
    : ["您已有账号，登录名和口令不变。", "登录后可切换到“党代表”身份。", "忘记口令的，请联系组织部。"];
  return {
    sit: "top",
    children: [
      ...lines("党代表履职服务平台", { font: "head", points: 10.5, align: "center", after: 20 }),
      ...lines(displayName(slip.name), { font: "head", points: 16, align: "center" }),
      ...said(slip.delegation, { points: 10, align: "center", after: 80 }),
      ...pairs(slip).flatMap(([label, value]) => said(`${label}：${value}`, { points: label === "网\u3000址" ? 11 : 14, bold: label !== "网\u3000址", after: 40 })),
      ...steps.flatMap((step) => said(step, { points: 10 })),
    ],
  };
}

/** Slips of first passwords, eight on a sheet of A4 with lines to cut along, in the order given. */
export function slipBytes(actor: Actor, slips: readonly Slip[], validTo: Date): Promise<Uint8Array<ArrayBuffer>> {
  const at = formatInstant(validTo);
  const until = `${formatDateLong(at.slice(0, 10))} ${at.slice(11)}`;
  const rows = inParts(slips, ACROSS).map((part): Row => ({ height: HEIGHT, cells: Array.from({ length: ACROSS }, (_, i) => boxOf(part[i], until)) }));
  return paperBytes({ title: "代表账号口令条", office: actor.name, margins: [12, 13, 8, 13], children: [table(Array.from({ length: ACROSS }, () => WIDTH), rows, { cut: true })] });
}

/** Slips on one sheet. */
export const PER_SHEET = ACROSS * DOWN;
