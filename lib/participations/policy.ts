// Power over taking part stands with that over activities: who organises calls, strikes and decides leave; a delegate
// answers for the own person, the liaison for a delegate of the own unit (domain 6.3, 6.4).
export { mayOf as may, participationsVisibleTo as visibleTo, type ParticipationAct, type ParticipationFacts } from "@/lib/activities/policy";
