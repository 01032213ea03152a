import { Row, Rows } from "@/components/ui/rows";
import { kinds, loggedKinds } from "@/lib/duties/registry";
import type { DutyKind } from "@/prisma/client/enums";

/** Kinds to choose from, each with a line about what belongs there. */
export function KindRows({ href }: { href: (kind: DutyKind) => string }) {
  return (
    <Rows label="履职类别">
      {loggedKinds.map((key) => <Row key={key} href={href(key)} label={<><b className="font-semibold">{kinds[key].name}</b><small className="block text-base text-ink-3">{kinds[key].about}</small></>} />)}
    </Rows>
  );
}
