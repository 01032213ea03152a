import { degrees } from "@/lib/platform/codes/degree";
import { educationBands, educations } from "@/lib/platform/codes/education";
import { ethnicities, ethnicityName } from "@/lib/platform/codes/ethnicity";
import { occupations } from "@/lib/platform/codes/occupation";
import { sexes } from "@/lib/platform/codes/sex";
import { gapNames } from "./gaps";
import { categoryNames, confirmedNames, electionNames, flagNames, scopeNames, statusNames } from "./labels";
import type { RosterChoices } from "./queries";

type Option = { value: string; label: string };

const ofNames = (names: Record<string, string>): Option[] => Object.entries(names).map(([value, label]) => ({ value, label }));
const ofCodes = (codes: readonly { code: string; name: string }[]): Option[] => codes.map(({ code, name }) => ({ value: code, label: name }));
const ofPlaces = (places: readonly { id: string; name: string }[]): Option[] => places.map(({ id, name }) => ({ value: id, label: name }));
const unfilled: Option = { value: "none", label: "未填" };

/** Lists of a record's form. */
export const forms = {
  sex: ofCodes(sexes), ethnicity: ofCodes(ethnicities), education: ofCodes(educations), degree: ofCodes(degrees), occupation: ofCodes(occupations),
  category: ofNames(categoryNames), flags: ofNames(flagNames), election: ofNames(electionNames),
};

/** Lists of the search over the roster that are the same in every term. */
export const searches = {
  category: [...forms.category, unfilled], status: ofNames(statusNames), sex: [...forms.sex, unfilled], flag: forms.flags, scope: ofNames(scopeNames), confirmed: ofNames(confirmedNames), gap: ofNames(gapNames),
  education: [
    { value: "COLLEGE_UP", label: "大专及以上" }, { value: "BACHELOR_UP", label: "本科及以上" },
    ...Object.entries(educationBands).map(([value, band]) => ({ value, label: band.name })), unfilled,
  ],
};

/** Lists that hang on the term and on what the reader may see. */
export const placesOf = (choices: RosterChoices) => ({
  term: ofPlaces(choices.terms), delegation: ofPlaces(choices.delegations), group: ofPlaces(choices.groups),
  unit: choices.units.map(({ id, name, depth }) => ({ value: id, label: "\u3000".repeat(depth) + name })),
  ethnicity: [{ value: "minority", label: "少数民族" }, ...choices.peoples.map((code) => ({ value: code, label: ethnicityName(code) })), unfilled],
});

/** Places of a record's form; a group is told with its delegation, for several may share a name. */
export const formPlacesOf = (choices: RosterChoices) => ({
  delegation: ofPlaces(choices.delegations), unit: placesOf(choices).unit,
  group: choices.groups.map(({ id, name, delegationName }) => ({ value: id, label: delegationName ? `${name}（${delegationName}）` : name })),
});

export const nameIn = (options: readonly Option[], value: string): string => options.find((o) => o.value === value)?.label.trim() ?? "—";
