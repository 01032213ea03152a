import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { kinds, type KindKey } from "./kinds";

export type Template = { title: string; body: string; brief: string };

/** The words each kind goes out in. */
export async function templatesOf(actor: Actor): Promise<Record<KindKey, Template>> {
  void actor;
  return kinds;
}
