"use server";
import { action } from "@/lib/platform/action";
import { agreeInput, endInput, nameInput, refuseInput } from "./schema";
import * as substitutions from "./service";

const own = { go: "/account#away" };
const kept = { go: "/system/grants/waiting#away" };

export const nameDeputy = action(nameInput, async (actor, input) => {
  await substitutions.name(actor, input);
  return own;
});

export const agreeDeputy = action(agreeInput, async (actor, at) => {
  await substitutions.agree(actor, at);
  return kept;
});

export const refuseDeputy = action(refuseInput, async (actor, { note, ...at }) => {
  await substitutions.refuse(actor, at, note);
  return kept;
});

export const endDeputy = action(endInput, async (actor, at) => {
  await substitutions.end(actor, at);
  return actor.role === "SECURITY_ADMIN" ? kept : own;
});
