import type { FieldKey } from "@/lib/delegates/roster/fields";
import { CATEGORIES, ELECTION_KINDS, FLAGS } from "@/lib/delegates/roster/words";
import { degrees } from "@/lib/platform/codes/degree";
import { educations } from "@/lib/platform/codes/education";
import { ethnicities } from "@/lib/platform/codes/ethnicity";
import { sexes } from "@/lib/platform/codes/sex";

export type Option = { value: string; label: string };
export type Places = { delegations: Option[]; units: Option[]; groups: Option[] };

const coded = (list: readonly { code: string; name: string }[]): Option[] => list.map((e) => ({ value: e.code, label: e.name }));
const BLANK: Option = { value: "blank", label: "按未填处理" };
const anew = (label: string): Option => ({ value: "new", label: `新建这个${label}` });

/** What an unknown word of a field may stand for; nothing is chosen for the user. */
export function optionsFor(field: FieldKey, places: Places): Option[] {
  switch (field) {
    case "sex": return coded(sexes);
    case "ethnicity": return [...coded(ethnicities), BLANK];
    case "education": return [...coded(educations), BLANK];
    case "degree": return [...coded(degrees), BLANK];
    case "primaryCategory": return [...coded(CATEGORIES), BLANK];
    case "flags": return [...coded(FLAGS), BLANK];
    case "electionKind": return [...coded(ELECTION_KINDS), BLANK];
    case "frontline": return [{ value: "yes", label: "是" }, { value: "no", label: "否" }, BLANK];
    case "delegation": return [anew("代表团"), ...places.delegations];
    case "electingUnit": return [anew("选举单位"), BLANK, ...places.units];
    case "group": return [anew("代表小组"), BLANK, ...places.groups];
    default: return [BLANK];
  }
}
