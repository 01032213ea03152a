import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { kinds, type KindKey } from "./kinds";

export type Template = { title: string; body: string; brief: string };

/** The words each kind goes out in. */
export const templatesOf = async (actor: Actor): Promise<Record<KindKey, Template>> => kinds;
