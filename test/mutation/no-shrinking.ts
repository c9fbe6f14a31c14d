import fc from "fast-check";

/** That a law is broken is all that is asked of it here. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
