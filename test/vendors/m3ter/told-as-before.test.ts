import * as m3ter from "../../../src/vendors/m3ter/index.js";
import { due, situations } from "../../fuzz/drawn.js";
import { m3terTargets } from "../../fuzz/targets/m3ter.js";
import { targetOf } from "../../fuzz/targets/target.js";
import { tellsAsBefore } from "../../support/told-as-before.js";
import { BALANCE } from "./documents.js";

tellsAsBefore(m3terTargets, 100);

const PAID = { paid: "46.10", currencyPaid: "EUR" };

// Most of them are none that m3ter could have.
tellsAsBefore(
  [
    targetOf("profileForBalance, of any profile", 1, m3ter.profileForBalance, () => situations().map(({ profile }) => [BALANCE, profile])),
    targetOf("transactionFromPlan, of any plan", 1, m3ter.transactionFromPlan, () =>
      due().map(({ plan }, index) => [plan, { orgId: "org_1", transactionTypeId: "type_1", ...(index % 2 === 1 && PAID) }]),
    ),
  ],
  100,
);
