import type { Role } from "@/prisma/client/enums";
import type { KindKey } from "./kinds";
import { channelNames } from "./labels";
import { kindKeys, kindOf } from "./templates";

const desks: readonly Role[] = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "LEADER", "HANDLING_UNIT", "SUPERVISOR"];
const office: readonly Role[] = ["OFFICE", "OFFICE_HEAD"];

/** Kinds that reach some roles only; every other may reach anybody. */
const reach: Partial<Record<KindKey, readonly Role[]>> = {
  "deadline.toHead": desks, "deadline.toOffice": office, "deadline.toSupervisor": ["SUPERVISOR"], "correction.decided": ["DELEGATE"], "duty.decided": ["DELEGATE", "UNIT_LIAISON"], "duty.written": ["DELEGATE"], "activity.invited": ["DELEGATE"], "activity.changed": ["DELEGATE"], "activity.cancelled": ["DELEGATE"], "activity.placed": ["DELEGATE"], "activity.leave": ["DELEGATE"], "activity.struck": ["DELEGATE"], "activity.remind": ["DELEGATE"], "opinion.handed": ["UNIT_LIAISON"], "opinion.told": ["DELEGATE"], "research.leader": ["DELEGATE"], "research.decided": ["DELEGATE", ...office, "UNIT_LIAISON"],
  "import.done": office, "files.ready": [...office, "UNIT_LIAISON"],
};

/** The kinds somebody in this role is asked about. */
export const kindsFor = (role: Role): KindKey[] => kindKeys.filter((key) => reach[key]?.includes(role) ?? true);

export type Ways = { sms: boolean; mail: boolean };

/** What goes out while somebody has chosen nothing: what must be done. */
export const unchosen = (must: boolean): Ways => ({ sms: must, mail: must });

/** The name of a kind's field in the form. */
export const field = (way: "hold" | "sms" | "mail", key: KindKey): string => `${way}.${key}`;

export const isMust = (key: KindKey): boolean => kindOf(key).must;

/** Whether the reader may have a kind muted or gathered: neither what must be done nor the digest it would be gathered in. */
export const isHeld = (key: KindKey): boolean => !isMust(key) && key !== "digest";

/** Every field of the form by its name, as its faults are told: 通知（短信）. */
export const choiceFieldNames: Record<string, string> = Object.fromEntries(
  kindKeys.flatMap((key) => [["hold", "站内"], ["sms", channelNames.SMS], ["mail", channelNames.MAIL]].map(([way, word]) => [`${way}.${key}`, `${kindOf(key).name}（${word}）`])),
);
