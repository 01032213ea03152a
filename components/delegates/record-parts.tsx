import { Describe, type Item } from "@/components/ui/describe";
import { fieldNames } from "@/lib/delegates/labels";
import type { DelegateRecord } from "@/lib/delegates/queries";
import { recordInWords } from "@/lib/delegates/written";
import { formatDateLong } from "@/lib/platform/clock";

type Key = keyof ReturnType<typeof recordInWords>;

/** The collection form in its order; `full` fields take a line of their own. */
const parts: Record<"basic" | "mandate", [title: string, keys: Key[]][]> = {
  basic: [
    ["个人情况", ["name", "sex", "ethnicity", "birthMonth", "nativePlace", "joinedPartyOn", "workStartedOn", "idNumber"]],
    ["学历学位", ["education", "degree", "school"]],
    ["联系方式", ["mobile", "officePhone", "address"]],
  ],
  mandate: [
    ["任职", ["employer", "position", "rank", "professionalTitle", "occupation", "concurrentRoles"]],
    ["代表资格", ["delegationId", "groupId", "unitId", "delegateNo", "primaryCategory", "flags", "electedOn", "electionKind"]],
    ["其他", ["honours", "remark"]],
  ],
};

const full: Key[] = ["school", "address", "position", "concurrentRoles", "flags", "honours", "remark"];

/** As many columns as the letters leave room for, and values under their terms where even one is narrow. */
const fluid = "[&_.describe]:grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] [&_.describe>div]:flex [&_.describe>div]:flex-wrap [&_.describe>div]:gap-x-2 [&_dt]:flex-[0_0_7.5em] [&_dd]:flex-[1_1_8em]";

/** One tab of the record, read-only, numbers masked; what is not filled in is a dash. */
export function RecordPart({ d, part }: { d: DelegateRecord; part: "basic" | "mandate" }) {
  const words = recordInWords(d);
  const value = (key: Key) => (key === "electedOn" && !words.electedOn ? <>未填<span className="ml-2 text-13 text-ink-3">，资格按任期起始日 {formatDateLong(d.term.startsOn.toISOString())} 计</span></> : words[key]);
  const item = (key: Key): Item => ({ term: fieldNames[key] ?? key, value: value(key), ...(full.includes(key) ? { full: true } : {}) });
  return (
    <div className={`stack ${fluid}`}>
      {parts[part].map(([title, keys]) => (
        <section key={title}>
          <h3 className="mb-1 text-base font-semibold">{title}</h3>
          <Describe items={keys.map(item)} />
        </section>
      ))}
    </div>
  );
}
