/** Who looks: a user name of the demo data, or somebody without one. */
export type Viewer = string;

/**
 * `file` is the page's folder in app/, or one of Next's state files there. `at` are addresses of it; a {place} in one
 * is the address of a record as that viewer finds it (places.ts). `by` are all who may see it.
 */
export type AppPage = { file: string; at: readonly string[]; by: readonly Viewer[] };

/** Signs in and has no role. */
export const WITHOUT_ROLE = "nobody";
/** Has a role and still the first password. */
export const NEWCOMER = "newcomer";
export const GUEST = "guest";
/** The second role of 唐欣, whose first is that of a liaison. */
export const AS_DELEGATE = "tangxin as delegate";

const clerk = ["shenwenqing"];
/** Pages the head of the office sees as the clerk does, who looks at them for both. */
const office = clerk;
const both = [...clerk, "luoyan"];
const staff = [...both, "mengfan"];
const admins = ["sysadmin", "secadmin", "auditadmin"];
/** One of every frame: the desks of office, unit and administrators, the brief of a leader, the phone. */
const frames = ["shenwenqing", "mengfan", "taojing", "sysadmin", "liangqiming", "delegate"];

/** Every role that may see a page sees it; its further states are looked at by one. */
const page = (file: string, by: readonly Viewer[], ...at: string[]): AppPage => ({ file, by, at });

const own: AppPage[] = [
  page("(holder)/account", frames, "/account"),
  page("(holder)/account/sessions", frames, "/account/sessions"),
  page("(holder)/account/password", [...frames, NEWCOMER], "/account/password"),
  page("(holder)/messages", frames, "/messages"),
  page("(holder)/messages", clerk, "/messages?show=unread", "/messages?show=muted", "/messages?q=%E6%97%A0%E6%AD%A4%E9%80%9A%E7%9F%A5"),
  page("(holder)/messages/[id]", ["mengfan"], "{message}"),
  page("(holder)/messages/[id]", ["delegate"], "{ownMessage}"),
  page("(holder)/messages/new", staff, "/messages/new"),
  page("(holder)/messages/new", clerk, "/messages/new?q=%E7%8E%8B&pick=none&all=1"),
  page("(holder)/messages/new", ["luoyan"], "{draft}", "{draft}&edit=1", "{draft}&refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82"),
  page("(holder)/messages/sent", staff, "/messages/sent"),
  page("(holder)/messages/sent/[id]", both, "{letter}", "{letter}?show=unread"),
  page("(holder)/tasks", [...frames, "secadmin"], "/tasks"),
  page("(holder)/tasks", ["shenwenqing", "delegate"], "/tasks?tab=done", "/tasks?tab=started", "/tasks?tab=copied"),
  page("(holder)/tasks", clerk, "/tasks?kind=correction.approve"),
  page("(holder)/deadlines", [...staff, "weizheng", "taojing"], "/deadlines"),
  page("(holder)/schedule", [...staff, "delegate", "liangqiming"], "/schedule", "/schedule?view=list"),
  page("(holder)/deadlines", clerk, "/deadlines?light=overdue"),
  page("(holder)/deadlines/[id]", ["luoyan"], "{deadline}", "{deadline}?step=urge", "{deadline}?step=extend", "{deadline}?step=pause"),
  page("(delegate)/my", ["delegate", AS_DELEGATE], "/my"),
  page("(delegate)/my/attendance", ["delegate", AS_DELEGATE], "/my/attendance"),
  page("(delegate)/my/attendance", ["delegate"], "/my/attendance?show=ABSENT"),
  page("(delegate)/my/sign-in", ["delegate", AS_DELEGATE], "/my/sign-in"),
  page("(delegate)/my/sign-in/[id]", ["delegate", AS_DELEGATE], "{signIn}"),
  page("(delegate)/my/sign-in/[id]", ["delegate"], "{signIn}?refused=old"),
  page("(delegate)/my/profile", ["delegate", AS_DELEGATE], "/my/profile"),
  page("(delegate)/my/profile", ["delegate"], "/my/profile?refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82"),
  page("(delegate)/my/profile/corrections", ["delegate", AS_DELEGATE], "/my/profile/corrections"),
  page("(delegate)/my/profile/corrections/new", ["delegate", AS_DELEGATE], "/my/profile/corrections/new", "/my/profile/corrections/new?next=1", "/my/profile/corrections/new?field%5B%5D=employer&field%5B%5D=mobile&field%5B%5D=education"),
  page("(delegate)/my/profile/corrections/[id]", ["delegate"], "{ownCorrection}", "{ownCorrection}?step=withdraw", "{ownCorrection}?refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82"),
  page("(delegate)/my/profile/consents", ["delegate", AS_DELEGATE], "/my/profile/consents"),
  page("(delegate)/my/profile/history", ["delegate", AS_DELEGATE], "/my/profile/history"),
  page("(delegate)/my/duties", ["delegate", AS_DELEGATE], "/my/duties"),
  page("(delegate)/my/duties", ["delegate"], "/my/duties?kind=VOLUNTEER&state=SUBMITTED", "/my/duties?year=2025&kind=INQUIRY"),
  page("(delegate)/my/contacts", ["delegate", AS_DELEGATE], "/my/contacts"),
  page("(delegate)/my/contacts/new", ["delegate"], "/my/contacts/new"),
  page("(delegate)/my/contacts/[id]", ["delegate"], "{ownContact}", "{ownContact}?step=edit"),
  page("(delegate)/my/duties/new", ["delegate"], "/my/duties/new", "/my/duties/new?kind=CONTACT", "/my/duties/new?kind=TRAINING"),
  page("(delegate)/my/duties/[id]", ["delegate"], "{ownDuty}", "{ownDuty}?refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82", "{ownDraft}?done=1", "{ownDraft}?step=edit"),
  page("(delegate)/my/trainings", ["delegate", AS_DELEGATE], "/my/trainings"),
  page("(delegate)/my/trainings", ["delegate"], "/my/trainings?year=2025"),
  page("(delegate)/my/activities", ["delegate", AS_DELEGATE], "/my/activities"),
  page("(delegate)/my/activities", ["delegate"], "/my/activities?show=open", "/my/activities?show=past"),
  page("(delegate)/my/activities/[id]", ["delegate"], "{ownActivity}"),
  page("(delegate)/my/researches", ["delegate", AS_DELEGATE], "/my/researches", "/my/researches?show=open"),
  page("(delegate)/my/researches/[id]", ["delegate"], "{ownResearch}", "{ownResearch}?step=finding", "{ownResearch}?step=report", "{ownResearch}?step=import", "{ownResearch}?step=submit", "{ownResearch}?refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82"),
  page("(delegate)/my/researches/[id]", [AS_DELEGATE], "{openResearch}"),
  page("(unit)/desk", ["taojing"], "/desk"),
];

const roster: AppPage[] = [
  page("(staff)/manage", staff, "/manage"),
  page("(staff)/manage/delegates", staff, "/manage/delegates"),
  page("(staff)/manage/delegates", clerk, "/manage/delegates?term={former}", "/manage/delegates?q=%E7%8E%8B&sex=2", "/manage/delegates?q=%E6%97%A0%E6%AD%A4%E4%BA%BA"),
  page("(staff)/manage/delegates", ["luoyan"], "/manage/delegates?order=manual", "/manage/delegates?pick=none"),
  page("(staff)/manage/delegates/move", office, "/manage/delegates/move?q=%E7%8E%8B&toGroup=none&toUnit={unitId}", "/manage/delegates/move?pick=none"),
  page("(staff)/manage/delegates/numbers", office, "/manage/delegates/numbers?q=%E7%8E%8B", "/manage/delegates/numbers?digits=99"),
  page("(staff)/manage/delegates/order", office, "/manage/delegates/order", "/manage/delegates/order?delegation={delegationId}"),
  page("(staff)/manage/delegates/batches", office, "/manage/delegates/batches"),
  page("(staff)/manage/delegates/batches/[id]", ["luoyan"], "{batch}"),
  page("(staff)/manage/delegates/views", staff, "/manage/delegates/views?sex=2"),
  page("(staff)/manage/delegates/print", staff, "/manage/delegates/print?q=%E7%8E%8B&sex=2"),
  page("(staff)/manage/delegates/new", office, "/manage/delegates/new"),
  page("(staff)/manage/delegates/new", clerk, "/manage/delegates/new?term={former}"),
  page("(staff)/manage/delegates/[id]", staff, "{delegate}"),
  page("(staff)/manage/delegates/[id]", clerk, "{delegate}?tab=mandate", "{delegate}?tab=changes"),
  page("(staff)/manage/delegates/[id]/edit", office, "{delegate}/edit"),
  page("(staff)/manage/delegates/[id]/status", both, "{delegate}/status"),
  page("(staff)/manage/delegates/export", staff, "/manage/delegates/export?sex=2"),
  page("(staff)/manage/delegates/export", clerk, "/manage/delegates/export?q=%E6%97%A0%E6%AD%A4%E4%BA%BA", "/manage/delegates/export?refused=%E6%B2%A1%E6%9C%89%E5%AF%BC%E5%87%BA%E3%80%82"),
  page("(staff)/manage/delegates/[id]/form", staff, "{delegate}/form"),
  page("(staff)/manage/delegates/[id]/form", clerk, "{delegate}/form?numbers=full&refused=%E6%B2%A1%E6%9C%89%E5%AF%BC%E5%87%BA%E3%80%82"),
  page("(staff)/manage/delegates/[id]", clerk, "{delegate}?photo=heic"),
  page("(staff)/manage/delegates/forms", staff, "/manage/delegates/forms?sex=2"),
  page("(staff)/manage/delegates/forms", clerk, "/manage/delegates/forms?q=%E6%97%A0%E6%AD%A4%E4%BA%BA"),
  page("(staff)/manage/delegates/forms/[id]", ["luoyan"], "{forms}"),
  page("(staff)/manage/delegates/accounts", both, "/manage/delegates/accounts"),
  page("(staff)/manage/delegates/accounts", clerk, "/manage/delegates/accounts?account=active", "/manage/delegates/accounts?q=%E6%97%A0%E6%AD%A4%E4%BA%BA"),
  page("(staff)/manage/delegates/accounts/new", clerk, "/manage/delegates/accounts/new?kind=open&sex=2", "/manage/delegates/accounts/new?kind=renew&account=none"),
  page("(staff)/manage/delegates/accounts/[id]", ["luoyan"], "{accountBatch}"),
  page("(staff)/manage/delegates/[id]/account", both, "{delegate}/account"),
  page("(staff)/manage/delegates/[id]/papers", staff, "{delegate}/papers"),
  page("(staff)/manage/delegates/[id]/papers", clerk, "{delegate}/papers?refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82"),
  page("(staff)/manage/delegates/[id]/terminate", staff, "{delegate}/terminate"),
  page("(staff)/manage/delegates/[id]/terminate", clerk, "{delegate}/terminate?act=record"),
  page("(staff)/manage/terminations", staff, "/manage/terminations", "/manage/terminations?state=FILED"),
  page("(staff)/manage/terminations/[id]", ["shenwenqing"], "{termination}", "{termination}?step=decide-yes", "{termination}?step=decide-no", "{termination}?step=withdraw"),
  page("(staff)/manage/delegates/[id]/attendance", staff, "{delegate}/attendance"),
  page("(staff)/manage/delegates/[id]/attendance", clerk, "{delegate}/attendance?show=ABSENT"),
  page("(staff)/manage/activities/[id]/attendance", staff, "{held}/attendance"),
  page("(staff)/manage/activities/[id]/attendance", clerk, "{held}/attendance?show=came", "{held}/attendance?step=close", "{gathering}/attendance"),
  page("(staff)/manage/activities/[id]/attendance/import", both, "{held}/attendance/import"),
  page("(staff)/manage/activities/[id]/attendance/import", clerk, "{markSheet}", "{held}/attendance/import?refused=%E6%B2%A1%E6%9C%89%E6%89%BE%E5%88%B0%E7%AD%BE%E5%88%B0%E8%A1%A8%E3%80%82"),
  page("(staff)/manage/activities/[id]/certificates", staff, "{closedTraining}/certificates"),
  page("(staff)/manage/activities/[id]/certificates", clerk, "{closedTraining}/certificates?show=short", "{closedTraining}/certificates?show=ready"),
  page("(staff)/manage/trainings", staff, "/manage/trainings"),
  page("(staff)/manage/trainings", clerk, "/manage/trainings?add=1", "/manage/trainings?year=2025&show=open"),
  page("(staff)/manage/trainings/hours", staff, "/manage/trainings/hours"),
  page("(staff)/manage/trainings/hours", clerk, "/manage/trainings/hours?reach=below&q=%E6%97%A0%E6%AD%A4%E4%BA%BA"),
  page("(holder)/manage/activities/[id]/screen", both, "{gathering}/screen"),
  page("(staff)/manage/vacancies", staff, "/manage/vacancies", "/manage/vacancies?state=FILLED"),
  page("(staff)/manage/vacancies/[id]", ["shenwenqing"], "{vacancy}", "{vacancy}?step=close"),
  page("(staff)/manage/vacancies/[id]/elect", ["shenwenqing"], "{vacancy}/elect"),
  page("(staff)/manage/corrections", staff, "/manage/corrections"),
  page("(staff)/manage/corrections", ["luoyan"], "/manage/corrections?state=todo&q=%E6%97%A0%E6%AD%A4%E4%BA%BA"),
  page("(staff)/manage/corrections/[id]", both, "{correction}"),
  page("(staff)/manage/corrections/[id]", ["luoyan"], "{correction}?step=approve", "{correction}?step=send-back", "{correction}?step=reveal"),
  page("(delegate)/my/opinions", ["delegate", AS_DELEGATE], "/my/opinions"),
  page("(delegate)/my/opinions/new", ["delegate", AS_DELEGATE], "/my/opinions/new"),
  page("(delegate)/my/opinions/new", ["delegate"], "/my/opinions/new?activity={meetingId}"),
  page("(delegate)/my/opinions/[id]", ["delegate"], "{ownOpinion}?done=1", "{ownAnswered}", "{ownAnswered}?step=askAgain"),
  page("(staff)/manage/opinions", staff, "/manage/opinions"),
  page("(staff)/manage/opinions", clerk, "/manage/opinions?state=SUBMITTED", "/manage/opinions?state=late", "/manage/opinions?activity={meetingId}"),
  page("(staff)/manage/opinions/[id]", both, "{opinion}"),
  page("(staff)/manage/opinions/[id]", clerk, "{opinion}?step=hand", "{opinion}?step=settle", "{opinion}?step=file", "{answered}"),
  page("(staff)/manage/activities/[id]/opinions", both, "{meeting}/opinions"),
  page("(staff)/manage/duties", staff, "/manage/duties"),
  page("(staff)/manage/duties", ["luoyan"], "/manage/duties?state=SUBMITTED", "/manage/duties?q=%E6%97%A0%E6%AD%A4%E4%BA%BA"),
  page("(staff)/manage/duties/new", ["mengfan"], "/manage/duties/new", "/manage/duties/new?q=%E6%97%A0%E6%AD%A4%E4%BA%BA", "/manage/duties/new?delegate={delegateId}", "/manage/duties/new?delegate={delegateId}&kind=VOLUNTEER"),
  page("(staff)/manage/duties/[id]", both, "{duty}"),
  page("(staff)/manage/duties/[id]", ["luoyan"], "{duty}?step=reject"),
  page("(staff)/manage/duties/import", office, "/manage/duties/import"),
  page("(staff)/manage/duties/import", clerk, "/manage/duties/import?refused=%E6%96%87%E4%BB%B6%E8%B6%85%E8%BF%87%2010%20MB%E3%80%82"),
  page("(staff)/manage/duties/import/[id]", office, "{dutyImport}"),
  page("(staff)/manage/quality", staff, "/manage/quality"),
  page("(staff)/manage/quality", clerk, "/manage/quality?term={former}"),
  page("(staff)/manage/quality/[kind]", staff, "/manage/quality/mobile", "/manage/quality/sameName"),
  page("(staff)/manage/quality/[kind]", clerk, "/manage/quality/idBirth", "/manage/quality/unwatchedUnits"),
  page("(staff)/manage/quality/merges", office, "/manage/quality/merges", "/manage/quality/merges?show=apart"),
  page("(staff)/manage/quality/merges/new", office, "/manage/quality/merges/new", "{pair}"),
  page("(staff)/manage/quality/merges/[id]", office, "{merge}"),
  page("(staff)/manage/delegates/[id]/reveal", office, "{delegate}/reveal"),
  page("(staff)/manage/delegates/import", office, "/manage/delegates/import"),
  page("(staff)/manage/delegates/import", clerk, "/manage/delegates/import?refused=%E6%96%87%E4%BB%B6%E8%B6%85%E8%BF%87%2010%20MB%E3%80%82"),
  page("(staff)/manage/delegates/import/[id]", office, "{preview}"),
  page("(staff)/manage/delegates/import/[id]", clerk, "{preview}?show=all", "{done}", "{refused}"),
];

const gatherings: AppPage[] = [
  page("(staff)/manage/activities", staff, "/manage/activities", "/manage/activities?show=over"),
  page("(staff)/manage/activities", clerk, "/manage/activities?show=all&kind=TRAINING&q=%E6%97%A0%E6%AD%A4%E6%B4%BB%E5%8A%A8"),
  page("(staff)/manage/activities/new", staff, "/manage/activities/new"),
  page("(staff)/manage/activities/[id]", both, "{activity}"),
  page("(staff)/manage/activities/[id]", clerk, "{activity}?step=publish", "{activity}?step=copy", "{activity}?step=remove"),
  page("(staff)/manage/activities/[id]/edit", clerk, "{activity}/edit"),
  page("(staff)/manage/activities/[id]/files", clerk, "{activity}/files", "{activity}/files?refused=%E6%B2%A1%E6%9C%89%E4%B8%8A%E4%BC%A0%E3%80%82"),
  page("(staff)/manage/activities/[id]/guests", clerk, "{activity}/guests"),
  page("(staff)/manage/activities/[id]/participants", both, "{activity}/participants", "{activity}/participants?state=INVITED"),
  page("(staff)/manage/activities/[id]/participants/[participation]", clerk, "{participation}"),
  page("(staff)/manage/activities/[id]/participants/invite", clerk, "{activity}/participants/invite"),
  page("(staff)/manage/activities/[id]/participants/invite/confirm", clerk, "{activity}/participants/invite/confirm?scope=active&all=1", "{activity}/participants/invite/confirm?scope=active&pick=none"),
  page("(staff)/manage/activities/[id]/print", clerk, "{activity}/print", "{activity}/print?of=names", "{activity}/print?of=sheet", "{activity}/print?of=cards"),
  page("(staff)/manage/activities/[id]/research", both, "{research}", "{reviewed}"),
  page("(staff)/manage/activities/[id]/research", clerk, "{coming}?step=arrange", "{coming}?step=route", "{coming}?step=report", "{coming}?step=import&refused=%E6%B2%A1%E6%9C%89%E5%AF%BC%E5%85%A5%E3%80%82", "{reviewed}?step=adopt", "{reviewed}?step=sendBack", "{reviewed}?step=file", "{research}?step=publish", "{research}?step=remark"),
  page("(staff)/manage/researches", staff, "/manage/researches", "/manage/researches?show=writing"),
  page("(staff)/manage/researches", clerk, "/manage/researches?year=2025&q=%E6%97%A0%E6%AD%A4%E8%B0%83%E7%A0%94"),
  page("(staff)/manage/researches/new", staff, "/manage/researches/new"),
  page("(leader)/overview/researches", ["liangqiming"], "/overview/researches", "/overview/researches?show=filed"),
  page("(leader)/overview/researches/[id]", ["liangqiming"], "{overviewResearch}", "{overviewResearch}?step=remark"),
  page("(leader)/overview/activities", ["liangqiming"], "/overview/activities", "/overview/activities?show=over"),
  page("(leader)/overview/activities/[id]", ["liangqiming"], "{overviewActivity}"),
];

const composition: AppPage[] = [
  page("(staff)/manage/composition", staff, "/manage/composition"),
  page("(staff)/manage/composition", clerk, "/manage/composition?by=unit", "/manage/composition?term={former}"),
  page("(staff)/manage/composition/print", staff, "/manage/composition/print"),
  page("(staff)/manage/composition/targets", office, "/manage/composition/targets"),
];

const places: AppPage[] = [
  page("(staff)/manage/terms", staff, "/manage/terms"),
  page("(staff)/manage/terms/new", office, "/manage/terms/new"),
  page("(staff)/manage/terms/[id]", staff, "{term}"),
  page("(staff)/manage/terms/[id]", clerk, "{formerTerm}"),
  page("(staff)/manage/terms/[id]/edit", office, "{term}/edit"),
  page("(staff)/manage/terms/[id]/current", ["luoyan"], "{formerTerm}/current", "{term}/current"),
  page("(staff)/manage/terms/[id]/change", ["luoyan"], "{formerTerm}/change", "{term}/change"),
  page("(staff)/manage/terms/[id]/delegations/[delegation]", staff, "{delegation}"),
  page("(staff)/manage/terms/[id]/groups/[group]", office, "{group}"),
  page("(staff)/manage/rules", office, "/manage/rules"),
  page("(staff)/manage/rules/[key]", office, "/manage/rules/deadline.toSupervisor"),
  page("(staff)/manage/calendar", office, "/manage/calendar", "/manage/calendar?year=2099"),
  page("(staff)/manage/messages/templates", office, "/manage/messages/templates"),
  page("(staff)/manage/messages/templates/[kind]", office, "/manage/messages/templates/deadline.due", "/manage/messages/templates/notice"),
  page("(staff)/manage/units/[id]/attendance", staff, "{unit}/attendance"),
  page("(staff)/manage/units/[id]/attendance", clerk, "{unit}/attendance?show=OPEN"),
  page("(staff)/manage/units", staff, "/manage/units"),
  page("(staff)/manage/units", clerk, "/manage/units?q=%E8%A1%97%E9%81%93&all=1"),
  page("(staff)/manage/units/new", office, "/manage/units/new"),
  page("(staff)/manage/units/[id]", staff, "{unit}"),
  page("(staff)/manage/units/[id]/[act]", office, "{unit}/rename"),
  page("(staff)/manage/units/[id]/[act]", clerk, "{unit}/move", "{unit}/adjust", "{unit}/deactivate", "{unit}/remove", "{unit}/reactivate"),
  page("(staff)/manage/units/[id]/merge", office, "{unit}/merge", "{merging}"),
  page("(staff)/manage/units/[id]/split", office, "{unit}/split", "{splitting}"),
  page("(staff)/manage/contacts", staff, "/manage/contacts"),
  page("(staff)/manage/contacts/list", staff, "/manage/contacts/list?show=open"),
  page("(staff)/manage/contacts/[id]", both, "{contact}"),
  page("(staff)/manage/contacts/[id]", ["luoyan"], "{contact}?step=edit"),
  page("(staff)/manage/delegates/[id]/contacts", both, "/manage/delegates/{delegateId}/contacts"),
  page("(staff)/manage/gaps", staff, "/manage/gaps"),
  page("(staff)/manage/units/import", office, "/manage/units/import", "/manage/units/import?refused=%E6%96%87%E4%BB%B6%E6%98%AF%E7%A9%BA%E7%9A%84"),
  page("(staff)/manage/units/import/[id]", office, "{unitImport}", "{unitImport}?show=all"),
];

const leaders: AppPage[] = [
  page("(leader)/overview", ["liangqiming", "weizheng"], "/overview"),
  page("(leader)/overview/delegates", ["liangqiming"], "/overview/delegates"),
  page("(leader)/overview/delegates/[id]", ["liangqiming"], "{overviewDelegate}", "{overviewDelegate}?tab=mandate"),
  page("(leader)/overview/delegates/[id]/attendance", ["liangqiming"], "{overviewDelegate}/attendance"),
  page("(leader)/overview/composition", ["liangqiming"], "/overview/composition"),
];

const system: AppPage[] = [
  page("(admin)/system", admins, "/system"),
  page("(admin)/system/jobs", ["sysadmin"], "/system/jobs"),
  page("(admin)/system/accounts", ["sysadmin"], "/system/accounts", "/system/accounts?q=nobody-like-this"),
  page("(admin)/system/accounts/new", ["sysadmin"], "/system/accounts/new"),
  page("(admin)/system/accounts/many", ["sysadmin"], "/system/accounts/many"),
  page("(admin)/system/accounts/[id]", ["sysadmin"], "{account}", "{ownAccount}"),
  page("(admin)/system/accounts/[id]/password", ["sysadmin"], "{account}/password"),
  page("(admin)/system/grants", ["secadmin"], "/system/grants", "/system/grants?q=nobody-like-this"),
  page("(admin)/system/grants/waiting", ["secadmin"], "/system/grants/waiting"),
  page("(admin)/system/grants/[id]", ["secadmin"], "{holder}", "{ownHolder}"),
  page("(admin)/system/audit", ["auditadmin"], "/system/audit", "/system/audit?outcome=REFUSED"),
  page("(admin)/system/audit/[seq]", ["auditadmin"], "{event}"),
];

const open: AppPage[] = [
  page("", ["weizheng"], "/"),
  page("(public)/login", [GUEST], "/login", "/login?bye=1"),
  page("(public)/login/no-grant", [WITHOUT_ROLE], "/login/no-grant"),
  page("(public)/accessibility", [GUEST, "delegate"], "/accessibility"),
  page("not-found", [GUEST], "/no/such/page"),
  page("not-found", clerk, "/manage/delegates/00000000-0000-7000-8000-000000000000"),
  page("forbidden", ["mengfan"], "/manage/delegates/import"),
  page("forbidden", ["delegate", "taojing", "auditadmin"], "/manage/delegates"),
  page("forbidden", ["shenwenqing"], "/system/accounts", "{term}/current"),
];

export const appPages: readonly AppPage[] = [...open, ...own, ...roster, ...gatherings, ...composition, ...places, ...leaders, ...system];

const pagesOf = (viewer: Viewer): number => appPages.filter(({ by }) => by.includes(viewer)).reduce((sum, { at }) => sum + at.length, 0);

/** Everybody in the table, those with the most pages first, so that two workers end at about the same time. */
export const viewers: readonly Viewer[] = [...new Set(appPages.flatMap(({ by }) => by))].sort((a, b) => pagesOf(b) - pagesOf(a));

/** Addresses of one walk: more than a test has time for are several walks. */
const WALK = 24;

/** Who looks at an address first, and so in every look; whoever sees the same page after is spared the two in between. */
const firstAt = (): ReadonlyMap<string, Viewer> => {
  const first = new Map<string, Viewer>();
  for (const viewer of viewers) for (const { at } of appPages.filter(({ by }) => by.includes(viewer))) for (const one of at) if (!first.has(one)) first.set(one, viewer);
  return first;
};

/**
 * The addresses a viewer looks at with the status each answers, in walks of a bearable length: every one nobody looked at
 * before, and every other one that an earlier viewer saw. Who may open which is asked by the matrix.
 */
export function walksOf(viewer: Viewer): { at: string; status: number; first: boolean }[][] {
  const first = firstAt();
  const all = appPages.filter(({ by }) => by.includes(viewer)).flatMap((row) => row.at.map((at) => ({ at, status: statusOf(row), first: first.get(at) === viewer }))).filter((one, i) => one.first || i % 2 === 0);
  return Array.from({ length: Math.ceil(all.length / WALK) }, (_, i) => all.slice(i * WALK, (i + 1) * WALK));
}

/** What the server answers with. */
const statusOf = (row: AppPage): number => ({ forbidden: 403, "not-found": 404 })[row.file] ?? 200;
