// Demo data, fictional and the same every time, made through the product's own services: the roster by the importer.
import { readFileSync, writeFileSync } from "node:fs";
import * as accounts from "@/lib/accounts/service";
import { roleNames } from "@/lib/accounts/labels";
import { found } from "@/lib/committees/service";
import { setTarget } from "@/lib/compositions/service";
import { give } from "@/lib/grants/service";
import type { AccountActor, SystemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { stopJobs } from "@/lib/platform/jobs";
import { appoint } from "@/lib/place-posts/service";
import { jobActor } from "@/lib/platform/program";
import { commit, upload } from "@/lib/roster-imports/service";
import { runImport } from "@/lib/roster-imports/job-service";
import { getImport } from "@/lib/roster-imports/queries";
import { listDelegations } from "@/lib/terms/queries";
import { addDelegation, makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import type { Role, UnitKind } from "@/prisma/client/enums";
import { committee, delegations, holders, targets, terms, units } from "./district";

const ROSTER = "tests/fixtures/roster_district.xlsx";

/** The tree of units; returns ids by name and the electing unit of each delegation. */
async function seedUnits(actor: SystemActor) {
  const ids = new Map<string, string>();
  const electing = new Map<string, string>();
  const add = async (parentId: string | null, name: string, kind: UnitKind, isElecting: boolean, isHandling: boolean) => {
    const id = await establish(actor, { parentId, name, kind, isElecting, isHandling, activeFrom: "2016-12-08", basis: null });
    ids.set(name, id);
    return id;
  };
  const root = await add(null, committee.name, "PARTY_COMMITTEE", false, false);
  for (const unit of units) {
    const id = await add(root, unit.name, unit.kind, Boolean(unit.delegations), Boolean(unit.isHandling));
    for (const name of unit.delegations ?? []) electing.set(name, id);
    for (const [name, kind] of unit.children ?? []) await add(id, name, kind, false, false);
  }
  return { ids, electing };
}

async function seedTerms(actor: SystemActor, electing: Map<string, string>): Promise<string> {
  await openTerm(actor, terms.previous);
  const termId = await openTerm(actor, terms.current);
  await makeCurrent(actor, termId, null);
  for (const name of delegations) await addDelegation(actor, termId, { name, unitId: electing.get(name) ?? null });
  for (const target of targets) await setTarget(actor, { termId, ...target });
  return termId;
}

/** The sample roster, through the same steps as a person would take; every row must go in. */
async function seedRoster(actor: AccountActor, termId: string): Promise<void> {
  const id = await upload(actor, termId, "roster_district.xlsx", readFileSync(ROSTER));
  await runImport(id);
  const checked = await getImport(actor, id);
  if (checked.counts?.ready !== checked.counts?.rows) throw new Error(`roster not clean: ${JSON.stringify(checked.counts)} ${checked.reason}`);
  await commit(actor, id, { mode: "ADD_ONLY", reviewBasis: "区第五次党代会代表资格审查报告" });
  await runImport(id);
  const done = await getImport(actor, id);
  if (done.state !== "DONE") throw new Error(`roster not imported: ${done.state} ${done.reason}`);
}

/** Each delegation has a head and a deputy: its first two leading cadres, in the order of the sheet. */
async function seedHeads(actor: AccountActor, termId: string): Promise<void> {
  for (const { id } of await listDelegations(actor, termId)) {
    const cadres = await db().delegate.findMany({ where: { delegationId: id, primaryCategory: "LEADING_CADRE" }, select: { id: true }, orderBy: [{ sortOrder: "asc" }, { id: "asc" }], take: 2 });
    for (const [i, cadre] of cadres.entries()) await appoint(actor, { termId, place: "delegation", placeId: id }, { delegateId: cadre.id, kind: i === 0 ? "HEAD" : "DEPUTY", fromOn: terms.current.congressFrom });
  }
}

type SignIn = { role: string; name: string; username: string; password: string };

/** Demo accounts keep the password that was made for them, so that trying the product begins without a change of password. */
const settle = (id: string) => db().account.update({ where: { id }, data: { mustChangePassword: false, passwordExpiresAt: null }, select: { version: true } });

async function seedHolder(actor: SystemActor, holder: (typeof holders)[number], ids: Map<string, string>): Promise<SignIn & { id: string }> {
  const person = "delegate" in holder ? await db().person.findFirstOrThrow({ where: { committeeId: actor.committeeId, name: holder.delegate }, select: { id: true, name: true } }) : null;
  const displayName = holder.displayName || (person?.name ?? "");
  const { id, password } = await accounts.create(actor, { username: holder.username, displayName, ...(person ? { personId: person.id } : {}) });
  for (const [role, unit] of holder.roles as readonly (readonly [Role, string?])[]) {
    const { version } = await settle(id);
    await give(actor, { accountId: id, version, role, unitId: unit ? (ids.get(unit) ?? null) : null });
  }
  return { id, role: holder.roles.map(([role]) => roleNames[role as Role]).join("、"), name: displayName, username: holder.username, password };
}

async function seed(): Promise<void> {
  const system = await found(committee);
  const { ids, electing } = await seedUnits(system);
  const termId = await seedTerms(system, electing);
  const signIns: SignIn[] = [];
  for (const holder of holders) {
    const made = await seedHolder(system, holder, ids);
    if (holder.username === "shenwenqing") {
      const office = jobActor({ accountId: made.id, name: made.name, role: "OFFICE", committeeId: system.committeeId, requestId: system.requestId });
      await seedRoster(office, termId);
      await seedHeads(office, termId);
    }
    signIns.push({ role: made.role, name: made.name, username: made.username, password: made.password });
  }
  const file = process.env.DEMO_ACCOUNTS_FILE;
  if (file) writeFileSync(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  await stopJobs();
}

await seed();
process.exit(0);
