import { Card } from "@/components/ui/card";
import { countedPlaces, type NewPlace, type NewPlaces } from "@/lib/roster-imports/new-places";

/** More stand folded, so that the rows below stay near. */
const MOST = 40;

const List = ({ places }: { places: readonly NewPlace[] }) => (
  <ul>{places.map((p) => <li key={`${p.of ?? ""}|${p.name}`}><span>{p.name}{p.of ? <small>{p.of}</small> : null}</span><span className="num">{p.heads} 人</span></li>)}</ul>
);

function Kind({ name, places }: { name: string; places: readonly NewPlace[] }) {
  if (places.length === 0) return null;
  return (
    <section>
      <h3>{name}<span className="num"> {places.length} 个</span></h3>
      <List places={places.slice(0, MOST)} />
      {places.length > MOST ? <details className="fold"><summary>其余 {places.length - MOST} 个</summary><List places={places.slice(MOST)} /></details> : null}
    </section>
  );
}

/** What the import makes besides people, before it is made: every place by name, with how many stand in it. */
export function NewPlacesList({ places: { delegations, units, groups } }: { places: NewPlaces }) {
  const counted = countedPlaces({ delegations: delegations.length, units: units.length, groups: groups.length });
  if (!counted) return null;
  return (
    <Card title={`导入时将一并新建 ${counted}`} className="mt-3" id="new-places">
      <p className="mb-3 text-13 text-ink-3">本届还没有这些名称。如只是写法与已有的不同，请先改正再导入，以免重复。人数按可导入的行计。</p>
      <div className="import-places"><Kind name="代表团" places={delegations} /><Kind name="党组织（选举单位）" places={units} /><Kind name="代表小组" places={groups} /></div>
    </Card>
  );
}
