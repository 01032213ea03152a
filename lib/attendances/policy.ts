// Power over marks is that of the activity: who organises, records; once the list was confirmed, its head corrects with a
// reason. A delegate signs in for the own person alone. All of it is asked of lib/activities/policy, so there is no second rule.
export { may, mayOf, participationsVisibleTo as visibleTo } from "@/lib/activities/policy";
