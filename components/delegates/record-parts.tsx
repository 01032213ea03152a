import { Describe, type Item } from "@/components/ui/describe";
import { fieldNames } from "@/lib/delegates/labels";
import type { DelegateRecord } from "@/lib/delegates/queries";
import { recordInWords } from "@/lib/delegates/written";

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

/** One tab of the record, read-only, numbers masked; what is not filled in is a dash. */
export function RecordPart({ d, part, columns }: { d: DelegateRecord; part: "basic" | "mandate"; columns?: "two" }) {
  const words = recordInWords(d);
  const item = (key: Key): Item => ({ term: fieldNames[key] ?? key, value: words[key], ...(full.includes(key) ? { full: true } : {}) });
  return (
    <div className="stack">
      {parts[part].map(([title, keys]) => (
        <section key={title}>
          <h3 className="mb-1 font-semibold">{title}</h3>
          <Describe items={keys.map(item)} columns={columns} />
        </section>
      ))}
    </div>
  );
}
