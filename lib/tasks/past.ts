// What of the audit is a task done or begun: acts on something that waited, and acts that set something going. Whatever
// else somebody did (looking, typing, arranging) is in the audit and no task.
import type { Role } from "@/lib/platform/actor";

type Page = (id: string, role: Role) => string | null;

const correction: Page = (id, role) => `${role === "DELEGATE" ? "/my/profile" : "/manage"}/corrections/${id}`;
const termination: Page = (id) => `/manage/terminations/${id}`;
const activity: Page = (id) => `/manage/activities/${id}`;
const rosterImport: Page = (id) => `/manage/delegates/import/${id}`;
const unitImport: Page = (id) => `/manage/units/import/${id}`;
const dutyImport: Page = (id) => `/manage/duties/import/${id}`;
const batch: Page = (id) => `/manage/delegates/accounts/${id}`;
const forms: Page = (id) => `/manage/delegates/forms/${id}`;
const delegate: Page = (id, role) => (role === "DELEGATE" ? "/my/profile" : `/manage/delegates/${id}`);
const deadline: Page = (id) => `/deadlines/${id}`;
const grants: Page = () => "/system/grants";
const rules: Page = () => "/manage/rules";
const away: Page = () => "/account";
const duty: Page = (id, role) => `${role === "DELEGATE" ? "/my" : "/manage"}/duties/${id}`;
const opinion: Page = (id, role) => `${role === "DELEGATE" ? "/my" : "/manage"}/opinions/${id}`;
const jobs: Page = () => "/system/jobs";
const attendance: Page = (id) => `/manage/activities/${id}/attendance`;
const research: Page = (id, role) => (role === "DELEGATE" ? `/my/researches/${id}` : role === "LEADER" ? `/overview/researches/${id}` : `/manage/activities/${id}/research`);
const own: Page = () => "/my/profile";

export const doneVerbs: Record<string, Page> = {
  "correction.confirm": correction, "correction.approve": correction, "correction.sendBack": correction, "correction.resubmit": correction, "termination.decideYes": termination, "termination.decideNo": termination, "termination.file": termination,
  "activity.cancel": activity, "duty.approve": duty, "duty.reject": duty, "duty.settle": duty, "duty.confirm": duty, "duty.revise": duty, "rosterImport.commit": rosterImport, "unitImport.commit": unitImport, "dutyImport.commit": dutyImport, "dutyImport.undo": dutyImport, "delegateAccount.take": batch, "delegate.qualification_passed": delegate, "delegate.qualification_failed": delegate, "delegate.suspend": delegate, "delegate.restore": delegate,
  "opinion.hand": opinion, "opinion.settle": opinion, "opinion.file": opinion, "opinion.answer": opinion, "opinion.release": opinion, "opinion.sendBack": opinion, "opinion.acknowledge": opinion,
  "research.submit": research, "research.sendBack": research, "research.adopt": research, "research.file": research, "research.remark": research, "research.enterRemark": research,
  "activity.hold": attendance, "activity.close": attendance, "delegate.confirmOwn": own, "deadline.urge": deadline, "deadline.extend": deadline, "deadline.pause": deadline, "deadline.resume": deadline, "grant.give": grants, "grant.take": grants, "substitution.agree": grants, "substitution.refuse": grants, "rule.confirm": rules, "rule.refuse": rules, "job.retry": jobs, "job.drop": jobs,
};

export const startedVerbs: Record<string, Page> = {
  "activity.publish": activity, "correction.submit": correction, "duty.log": duty, "duty.logFor": duty, "duty.dispute": duty, "duty.revoke": duty, "opinion.give": opinion, "opinion.record": opinion, "opinion.askAgain": opinion, "termination.propose": termination, "termination.record": termination, "rosterImport.upload": rosterImport, "unitImport.upload": unitImport, "dutyImport.upload": dutyImport, "delegateAccount.request": batch, "registrationForm.makeMany": forms, "substitution.name": away, "rule.set": rules, "rule.restore": rules,
};
