import { Tabs } from "@/components/ui/tabs";

type Of = { id: string; guests: number; files: number; listed?: number };

/** The parts of one activity, each a page of its own below its address; one line a part. */
const parts: readonly { path: string; label: string; count?: (of: Of) => number }[] = [
  { path: "", label: "概况" },
  { path: "/files", label: "材料", count: (of) => of.files },
  { path: "/guests", label: "会外人员", count: (of) => of.guests },
  { path: "/print", label: "打印" },
];

/** Tabs of an activity; `current` is the part the page shows, "" for the first. */
export function ActivityTabs({ of, current }: { of: Of; current: string }) {
  const base = `/manage/activities/${of.id}`;
  return <Tabs label="活动的各部分" current={`${base}${current}`} items={parts.map(({ path, label, count }) => ({ href: `${base}${path}`, label, ...(count ? { count: count(of) } : {}) }))} />;
}
