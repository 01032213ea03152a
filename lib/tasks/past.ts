// What of the audit is a task done or begun: acts on something that waited, and acts that set something going. Whatever
// else somebody did (looking, typing, arranging) is in the audit and no task.
import type { Role } from "@/lib/platform/actor";

type Page = (id: string, role: Role) => string | null;

const correction: Page = (id, role) => `${role === "DELEGATE" ? "/my/profile" : "/manage"}/corrections/${id}`;
const termination: Page = (id) => `/manage/terminations/${id}`;
const activity: Page = (id) => `/manage/activities/${id}`;
const rosterImport: Page = (id) => `/manage/delegates/import/${id}`;
const unitImport: Page = (id) => `/manage/units/import/${id}`;
const batch: Page = (id) => `/manage/delegates/accounts/${id}`;
const forms: Page = (id) => `/manage/delegates/forms/${id}`;
const delegate: Page = (id, role) => (role === "DELEGATE" ? "/my/profile" : `/manage/delegates/${id}`);
const deadline: Page = (id) => `/deadlines/${id}`;
const grants: Page = () => "/system/grants";
const rules: Page = () => "/manage/rules";
const away: Page = () => "/account";
const jobs: Page = () => "/system/jobs";
const attendance: Page = (id) => `/manage/activities/${id}/attendance`;
const own: Page = () => "/my/profile";

export const doneVerbs: Record<string, Page> = {
  "correction.confirm": correction, "correction.approve": correction, "correction.sendBack": correction, "correction.resubmit": correction, "termination.decideYes": termination, "termination.decideNo": termination, "termination.file": termination,
  "activity.cancel": activity,
  "rosterImport.commit": rosterImport, "unitImport.commit": unitImport, "delegateAccount.take": batch, "delegate.qualification_passed": delegate, "delegate.qualification_failed": delegate, "delegate.suspend": delegate, "delegate.restore": delegate,
  "activity.hold": attendance, "activity.close": attendance, "delegate.confirmOwn": own, "deadline.urge": deadline, "deadline.extend": deadline, "deadline.pause": deadline, "deadline.resume": deadline, "grant.give": grants, "grant.take": grants, "substitution.agree": grants, "substitution.refuse": grants, "rule.confirm": rules, "rule.refuse": rules, "job.retry": jobs, "job.drop": jobs,
};

export const startedVerbs: Record<string, Page> = {
  "activity.publish": activity,
  "correction.submit": correction, "termination.propose": termination, "termination.record": termination, "rosterImport.upload": rosterImport, "unitImport.upload": unitImport, "delegateAccount.request": batch, "registrationForm.makeMany": forms, "substitution.name": away, "rule.set": rules, "rule.restore": rules,
};
