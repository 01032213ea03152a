import { Tabs } from "@/components/ui/tabs";
import { gathered } from "@/lib/opinions/labels";
import type { ActivityKind, ActivityState } from "@/prisma/client/enums";

type Of = { id: string; kind: ActivityKind; state: ActivityState; guests: number; files: number; listed?: number };

/** The parts of one activity, each a page of its own below its address; one line a part. */
const parts: readonly { path: string; label: string; count?: (of: Of) => number; /** Where the part is not there yet. */ open?: (of: Of) => boolean }[] = [
  { path: "", label: "概况" },
  { path: "/participants", label: "名单" },
  { path: "/files", label: "材料", count: (of) => of.files },
  { path: "/guests", label: "会外人员", count: (of) => of.guests },
  { path: "/attendance", label: "到会", open: ({ state }) => state !== "DRAFT" && state !== "CANCELLED" },
  { path: "/certificates", label: "证书", open: ({ kind, state }) => kind === "TRAINING" && state === "ARCHIVED" },
  { path: "/opinions", label: "意见", open: ({ kind, state }) => gathered[kind] !== undefined && (state === "HELD" || state === "ARCHIVED") },
  { path: "/research", label: "调研", open: ({ kind }) => kind === "RESEARCH" },
  { path: "/print", label: "打印" },
];

/** Tabs of an activity; `current` is the part the page shows, "" for the first. */
export function ActivityTabs({ of, current }: { of: Of; current: string }) {
  const base = `/manage/activities/${of.id}`;
  return <Tabs label="活动的各部分" current={`${base}${current}`} items={parts.filter(({ open }) => open?.(of) ?? true).map(({ path, label, count }) => ({ href: `${base}${path}`, label, ...(count ? { count: count(of) } : {}) }))} />;
}
