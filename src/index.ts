export type { InputIssue, IssueCode } from "./base/errors.js";
export { InvalidInputError } from "./base/errors.js";
export type { Amount, InstantInput as Instant } from "./base/fields.js";
export type { JsonSchemaDocument } from "./base/json-schema.js";
export type { StandardSchema } from "./base/standard-schema.js";
export { evaluate } from "./engine/evaluate.js";
export { planTopup } from "./engine/plan.js";
export type { EvaluateInput } from "./engine/question.js";
export type { Selection, SelectInput } from "./engine/select.js";
export { selectProfile } from "./engine/select.js";
export type { CompareInput, Comparison, FirstDifference } from "./insight/comparison/compare-profiles.js";
export { compareProfiles } from "./insight/comparison/compare-profiles.js";
export type { ActionFacts } from "./insight/explain/action-facts.js";
export type { Catalogue } from "./insight/explain/catalogue.js";
export type { AfterFacts, ChargeFacts, ComparisonFacts, Counted, DecidedFacts, StandingFacts } from "./insight/explain/told-facts.js";
export { english } from "./insight/explain/english.js";
export { explain } from "./insight/explain/explain.js";
export type { ExplainOptions } from "./insight/explain/options.js";
export type { CapWindowFacts, DeclineFacts, PeriodFacts, ReasonFacts } from "./insight/explain/reason-facts.js";
export type { Finding, FindingCode, Severity } from "./insight/lint/finding.js";
export { lintProfile } from "./insight/lint/lint-profile.js";
export type {
  FoundRecommendation,
  NoRecommendation,
  RanDry,
  Recommendation,
  RecommendInput,
} from "./insight/recommendation/recommendation.js";
export { recommendProfile } from "./insight/recommendation/recommend-profile.js";
export type { Cadence } from "./insight/simulation/cadence.js";
export type { PaymentOutcome, PaymentsInput } from "./insight/simulation/payments.js";
export type { ScenarioInput } from "./insight/simulation/scenario.js";
export type { SimulateInput, Simulation } from "./insight/simulation/simulate.js";
export { simulate } from "./insight/simulation/simulate.js";
export type { SettledTopup, SimulatedFigures, SimulationStep } from "./insight/simulation/step.js";
export type { SimulatedFees, SimulationSummary } from "./insight/simulation/summary.js";
export type { TimelineEvent, TimelineEventInput } from "./insight/simulation/timeline.js";
export type {
  Assumption,
  BoundingRule,
  DeclineBound,
  PeriodBound,
  TopupBound,
  Unbounded,
  UnboundedReason,
  WorstCase,
} from "./insight/worst-case/bounds.js";
export { worstCase } from "./insight/worst-case/worst-case.js";
export type { Attempt } from "./ledger/apply-plan.js";
export { applyPlan } from "./ledger/apply-plan.js";
export type { BalanceSummary } from "./ledger/balance-summary.js";
export { balanceSummary } from "./ledger/balance-summary.js";
export type { Allocation, DrawDown, DrawDownInput } from "./ledger/draw-down.js";
export { drawDown } from "./ledger/draw-down.js";
export type { LimitUsage } from "./ledger/limit-usage.js";
export { limitUsage } from "./ledger/limit-usage.js";
export { walletSources } from "./ledger/wallet-sources.js";
export type { WalletBalance } from "./ledger/wallet-balance.js";
export { walletBalance } from "./ledger/wallet-balance.js";
export type { Account, AccountInput, Limits, Owed, PaymentMethod } from "./model/account.js";
export { accountSchema, parseAccount } from "./model/account.js";
export type {
  Action,
  CreateExpectedPayment,
  CreateInvoice,
  CreatePayment,
  GrantCredit,
  RecordTransaction,
  SendCorrespondence,
} from "./model/action.js";
export type { Basis, Boundary, OwedBasis } from "./model/basis.js";
export type { ParsedCap, Cap, CapWindow } from "./model/cap.js";
export type { ParsedCharge, Charge } from "./model/charge.js";
export type { CreditTerms, CreditTermsInput, Expiry } from "./model/credit-terms.js";
export type { Check, Decision, Facts, Guard, Outcome, Reason, TriggerFigures } from "./model/decision.js";
export type { Order, OrderKey, OrderPreset } from "./model/draw-order.js";
export type { Duration } from "./model/duration.js";
export type { FailurePolicy, FailurePolicyInput, RetryPolicy } from "./model/failure-policy.js";
export { accountJsonSchema, decisionJsonSchema, planJsonSchema, profileJsonSchema } from "./model/json-schema.js";
export type { ParsedLot, Lot } from "./model/lot.js";
export type { Adjustment, After, NoTopupPlan, Plan, Topup, TopupPlan } from "./model/plan.js";
export type { ParsedPot, Pot, PotTransaction, PotTransactionInput } from "./model/pot.js";
export type { InFlightPolicy, Profile, ProfileInput } from "./model/profile.js";
export { parseProfile, profileSchema } from "./model/profile.js";
export type {
  Correspondence,
  ExpectedPaymentSettlement,
  GrantSettlement,
  InvoiceSettlement,
  Settlement,
  SettlementInput,
} from "./model/settlement.js";
export type { Rollover, RolloverInput, ParsedSource, Source, SourceKind } from "./model/source.js";
export type { FailureKind, ParsedTopupRecord, TopupRecord, TopupStatus } from "./model/topup-record.js";
export type { FixedAmount, ToPercentOfLimit, TopupRule, TopupRuleInput, ToTarget } from "./model/topup-rule.js";
export type {
  BalanceAmountTrigger,
  BalancePercentTrigger,
  Interval,
  OwedTrigger,
  ScheduleTrigger,
  Trigger,
  TriggerInput,
} from "./model/trigger.js";
export type { Wallet, WalletInput } from "./model/wallet.js";
