import { z } from "zod";
import { refusals } from "./labels";

/** Boxes of one form; a larger congress is entered from its roster. */
export const MOST = 2000;

/** `from` is the present term as the page saw it; `chosen` delegates of it who go on. */
export const changeInput = z.object({
  id: z.uuid("届次编号不正确"), from: z.uuid("届次编号不正确"),
  endedOn: z.iso.date("请填写上一届任期止，如 2026-11-24"),
  basis: z.string().trim().min(2, "请写明依据，如党代会名称、文件号").max(200, "依据不超过 200 个字"),
  carry: z.enum(["carry", "none"], "请选择代表团是否沿用"),
  continuing: z.enum(["none", "all", "chosen"], "请选择连任代表的办法"),
  chosen: z.array(z.uuid("代表编号不正确")).max(MOST, refusals.tooMany).default([]),
  confirm: z.literal("on", "请确认已核对换届的结果"),
}).refine((v) => v.continuing !== "chosen" || v.chosen.length > 0, { path: ["chosen"], message: refusals.nobodyChosen });

export type TermChange = Omit<z.infer<typeof changeInput>, "confirm">;
