import { Tag } from "@/components/ui/tag";
import { statusNames, statusTones } from "@/lib/delegates/labels";
import type { DelegateStatus } from "@/prisma/client/enums";

export function StatusTag({ status }: { status: DelegateStatus }) {
  return <Tag tone={statusTones[status]} mark>{statusNames[status]}</Tag>;
}
