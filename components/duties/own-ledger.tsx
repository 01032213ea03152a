import { LinkButton } from "@/components/ui/button";
import { NeedRow, Row, Rows, SectionHead } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";
import { kindNames, originNames, stateNames, stateTones } from "@/lib/duties/labels";
import type { KindSum } from "@/lib/duties/own-queries";
import type { DutyRow } from "@/lib/duties/queries";
import { countsInWords } from "@/lib/duties/written";
import { formatDateLong, formatMonth } from "@/lib/platform/clock";
import type { DutyKind, DutyState } from "@/prisma/client/enums";

const open: DutyState[] = ["DRAFT", "SUBMITTED", "REJECTED"];

type Year = { kinds: readonly KindSum[]; states: Partial<Record<DutyState, number>> };

/** A year at a glance: what counts by kind, and what is still on its way; each number leads to its records. */
export function OwnYear({ of, href }: { of: Year; href: (more: { kind?: DutyKind; state: DutyState }) => string }) {
  const waiting = open.filter((state) => of.states[state]);
  return (
    <>
      {waiting.length > 0 ? <><SectionHead title="还没有计入的" /><Rows label="还没有计入的">{waiting.map((state) => <Row key={state} label={stateNames[state]} value={`${of.states[state]} 条`} href={href({ state })} />)}</Rows></> : null}
      <SectionHead title="已计入的" note={`${of.kinds.reduce((sum, k) => sum + k.times, 0)} 次`} href={href({ state: "APPROVED" })} />
      {of.kinds.length === 0 ? <Rows label="已计入的"><Row label="还没有审核通过的记录" /></Rows> : (
        <Rows label="已计入的">
          {of.kinds.map((k) => <Row key={k.kind} label={kindNames[k.kind]} value={[`${k.times} 次`, countsInWords(k.kind, k)].filter(Boolean).join("，")} href={href({ kind: k.kind, state: "APPROVED" })} />)}
        </Rows>
      )}
    </>
  );
}

function OwnRow({ of: row }: { of: DutyRow }) {
  const act = row.mends ? "去修改" : row.origin === "BEHALF" && row.answers ? "去确认" : "查看";
  const from = [formatDateLong(row.heldOn), countsInWords(row.kind, row), row.origin === "OWN" ? "" : originNames[row.origin]].filter(Boolean).join("，");
  return <NeedRow href={`/my/duties/${row.id}`} kind={kindNames[row.kind]} tag={<Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag>} title={row.title} from={from} act={act} />;
}

/** What came back and waits for its writer, of whatever year. */
export function ReturnedDuties({ rows }: { rows: readonly DutyRow[] }) {
  return <><SectionHead title="退回修改的" note={`${rows.length} 条`} /><ul className="card rows" aria-label="退回修改的">{rows.map((row) => <OwnRow key={row.id} of={row} />)}</ul></>;
}

/** Records by month, the latest first. */
export function OwnDuties({ rows }: { rows: readonly DutyRow[] }) {
  const months = [...new Set(rows.map((row) => row.heldOn.slice(0, 7)))];
  return months.map((month) => (
    <section key={month}>
      <SectionHead title={formatMonth(month)} />
      <ul className="card rows" aria-label={formatMonth(month)}>{rows.filter((row) => row.heldOn.startsWith(month)).map((row) => <OwnRow key={row.id} of={row} />)}</ul>
    </section>
  ));
}

/** The year in short, for the first page: the way to log, and what counts so far. */
export function YearBrief({ year, kinds, logs }: { year: string; kinds: readonly KindSum[]; logs: boolean }) {
  return (
    <>
      {logs ? <div className="mt-4"><LinkButton href="/my/duties/new" variant="primary" wide>记一笔履职</LinkButton></div> : null}
      <SectionHead title="今年履职" note={`${year}年，全部查看`} href="/my/duties" />
      <Rows label="今年履职">
        {kinds.length === 0 ? <Row label="还没有计入的履职" /> : kinds.map((k) => <Row key={k.kind} label={kindNames[k.kind]} value={[`${k.times} 次`, countsInWords(k.kind, k)].filter(Boolean).join("，")} href={`/my/duties?year=${year}&kind=${k.kind}&state=APPROVED`} />)}
      </Rows>
    </>
  );
}
