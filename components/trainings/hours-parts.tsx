import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { Pager, RangeText } from "@/components/ui/pager";
import { Row, Rows } from "@/components/ui/rows";
import { Table } from "@/components/ui/table";
import { hoursOf } from "@/lib/certificates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { formatDateLong } from "@/lib/platform/clock";
import { PAGE, type HoursRow, type listOwnHours, type UnitHours } from "@/lib/trainings/hours-queries";
import { reachNames } from "@/lib/trainings/labels";
import type { HoursFilters } from "@/lib/trainings/schema";

const PATH = "/manage/trainings/hours";

/** The search above the hours of a year. */
export function HoursFilter({ filters, year, years, units }: { filters: HoursFilters; year: string; years: readonly string[]; units: readonly UnitHours[] }) {
  return (
    <FilterBar path={PATH}>
      <Field name="year" label="年份"><Select options={years.map((value) => ({ value, label: `${value}年` }))} defaultValue={year} /></Field>
      {units.length > 1 ? <Field name="unit" label="选举单位"><Select options={units.map(({ id, name }) => ({ value: id, label: name }))} empty="全部" defaultValue={filters.unit} /></Field> : null}
      <Field name="reach" label="学时目标"><Select options={Object.entries(reachNames).map(([value, label]) => ({ value, label }))} empty="全部" defaultValue={filters.reach} /></Field>
      <Field name="q" label="代表姓名"><Input type="search" defaultValue={filters.q} maxLength={50} autoComplete="off" /></Field>
    </FilterBar>
  );
}

/** A number with exactly its people behind it. */
const Heads = ({ value, ...of }: { value: number; year: string; unit?: string; reach?: "below" | "met" }) => <td className="r num">{value === 0 ? 0 : <Link href={hrefWith(PATH, of, {})} prefetch={false}>{value}</Link>}</td>;

/** Unit by unit who has reached the target of the year. */
export function UnitHoursTable({ units, year }: { units: readonly UnitHours[]; year: string }) {
  const sum = (of: "heads" | "met" | "below") => units.reduce((all, u) => all + u[of], 0);
  return (
    <Card bare title="各选举单位">
      <Table caption="各选举单位学时" columns={[{ label: "选举单位", className: "who" }, { label: "在任代表", align: "right" }, { label: reachNames.met, align: "right" }, { label: reachNames.below, align: "right" }]} compact
        foot={<tr><th scope="row" className="who">合计</th><Heads value={sum("heads")} year={year} /><Heads value={sum("met")} year={year} reach="met" /><Heads value={sum("below")} year={year} reach="below" /></tr>}>
        {units.map((u) => <tr key={u.id}><th scope="row" className="who">{u.name}</th><Heads value={u.heads} year={year} unit={u.id} /><Heads value={u.met} year={year} unit={u.id} reach="met" /><Heads value={u.below} year={year} unit={u.id} reach="below" /></tr>)}
      </Table>
    </Card>
  );
}

/** The delegates a filter leaves, with their hours; each number leads to the records it is made of. */
export function HoursTable({ rows, total, filters, year }: { rows: readonly HoursRow[]; total: number; filters: HoursFilters; year: string }) {
  const { page, unit, reach, q } = filters;
  const behind = (row: HoursRow) => hrefWith("/manage/duties", { delegate: row.id, kind: "TRAINING", state: "APPROVED", year }, {});
  return (
    <Card bare title="代表" aside={<RangeText total={total} page={page} size={PAGE} unit="人" />}>
      {rows.length === 0 ? <Empty title="没有符合条件的代表" next={{ href: hrefWith(PATH, { year }, {}), label: "查看全部" }} /> : (
        <Table caption={`${year}年学时`} columns={[{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "选举单位" }, { label: "培训次数", align: "right" }, { label: "学时", align: "right" }, { label: "目标", align: "right" }, { label: "情况" }]} compact>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="who"><Link href={`/manage/delegates/${row.id}`} prefetch={false}>{displayName(row.name)}</Link></th><td>{row.delegation}</td><td className="wide">{row.unit}</td>
              <td className="r num">{row.times}</td><td className="r num">{row.times === 0 ? 0 : <Link href={behind(row)} prefetch={false}>{hoursOf(row.hours)}</Link>}</td><td className="r num">{row.target}</td>
              <td>{row.below ? `还差 ${hoursOf(row.target - row.hours)} 学时` : reachNames.met}</td>
            </tr>
          ))}
        </Table>
      )}
      <Pager path={PATH} params={{ year, unit, reach, q }} total={total} page={page} size={PAGE} unit="人" sizes={[]} />
    </Card>
  );
}

type Own = Awaited<ReturnType<typeof listOwnHours>>;

/** The own trainings of a year, each with its hours and, where there is one, its certificate. */
export function OwnTrainings({ rows, certificates, year }: { rows: Own["rows"]; certificates: ReadonlyMap<string, { id: string; no: string }>; year: string }) {
  if (rows.length === 0) return <section className="card mt-4"><Empty title={`${year}年还没有计入的培训`} why="参加组织部的培训，出席名单确认后自动计入；自行参加的学习培训，填报履职并经审核通过后计入。" /></section>;
  return (
    <div className="mt-4"><Rows label={`${year}年的培训`}>
      {rows.map((row) => {
        const certificate = row.activityId ? certificates.get(row.activityId) : undefined;
        return (
          <li key={row.id}>
            <div className="row"><span><Link className="underline" href={`/my/duties/${row.id}`} prefetch={false}>{row.title}</Link><small className="block text-ink-3">{formatDateLong(row.heldOn)}</small>
              {certificate ? <a className="num inline-block py-2 underline" href={`/my/trainings/certificates/${certificate.id}`}>下载证书　{certificate.no}</a> : null}</span><span className="v num">{hoursOf(row.hours)} 学时</span></div>
          </li>
        );
      })}
    </Rows></div>
  );
}

/** The year against its target. */
export function OwnTarget({ of, year }: { of: Own; year: string }) {
  return (
    <Rows label="学时目标">
      <Row label={`${year}年已取得`} value={`${hoursOf(of.hours)} 学时`} />
      <Row label={<>全年目标<small className="block text-ink-3">{of.source}</small></>} value={`${of.target} 学时`} />
      <Row label={of.hours < of.target ? "还差" : "目标"} value={of.hours < of.target ? `${hoursOf(of.target - of.hours)} 学时` : "已达到"} />
    </Rows>
  );
}
