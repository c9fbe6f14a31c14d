import fc from "fast-check";

/**
 * What laws are held against is drawn alike in every run, so that a red gate tells of the change and not of the dice;
 * another zone draws others. `LAWS_SEED=1` draws anew, for a search; together with `LAWS_TIMES=20` for a long one.
 */
const zone = process.env.TZ ?? "";
const seed = Number(process.env.LAWS_SEED ?? "0") + [...zone].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 0);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: seed | 0 });
