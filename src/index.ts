export type { InputIssue, IssueCode } from "./base/errors.js";
export { InvalidInputError } from "./base/errors.js";
export type { AmountInput, InstantInput } from "./base/fields.js";
export type { JsonSchemaDocument } from "./base/json-schema.js";
export type { StandardSchema } from "./base/standard-schema.js";
export { evaluate } from "./engine/evaluate.js";
export { planTopup } from "./engine/plan.js";
export type { EvaluateInput } from "./engine/question.js";
export type { Selection, SelectInput } from "./engine/select.js";
export { selectProfile } from "./engine/select.js";
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
export type { Cap, CapInput, CapWindow } from "./model/cap.js";
export type { Charge, ChargeInput } from "./model/charge.js";
export type { CreditTerms, CreditTermsInput, Expiry } from "./model/credit-terms.js";
export type { Check, Decision, Facts, Guard, Outcome, Reason, TriggerFigures } from "./model/decision.js";
export type { DrawOrder, OrderKey, OrderPreset } from "./model/draw-order.js";
export type { Duration } from "./model/duration.js";
export type { FailurePolicy, FailurePolicyInput, RetryPolicy } from "./model/failure-policy.js";
export { accountJsonSchema, decisionJsonSchema, planJsonSchema, profileJsonSchema } from "./model/json-schema.js";
export type { Lot, LotInput } from "./model/lot.js";
export type { Adjustment, After, NoTopupPlan, Plan, Topup, TopupPlan } from "./model/plan.js";
export type { Pot, PotInput, PotTransaction, PotTransactionInput } from "./model/pot.js";
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
export type { Rollover, RolloverInput, Source, SourceInput, SourceKind } from "./model/source.js";
export type { FailureKind, TopupRecord, TopupRecordInput, TopupStatus } from "./model/topup-record.js";
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
