import {
  codeLists,
  type FirstEdition,
  firstEscalationDocument,
  firstInstrumentDocument,
  firstGlossary,
  firstReferralRules,
  firstResponsibilityRules,
  firstRoleList,
  GLOSSARY,
  type Instrument,
  INSTRUMENT_LIST,
  INSTRUMENTS,
  RESPONSIBILITY_RULES,
  ROLE_LIST,
  treatyDocument,
} from '#libs/domain';

/** State of the sources in reference/convention-parties.csv. */
const PARTIES_AS_OF = '2026-11-01';

/** What this release brings of rules, lists and statuses: the first version of each. @param parties the file of convention parties */
export function firstEditions(parties: string | undefined): FirstEdition[] {
  return [
    { kind: 'RULE_SET', subject: 'referral', document: firstReferralRules() },
    { kind: 'RULE_SET', subject: 'escalation', document: firstEscalationDocument() },
    { kind: 'RULE_SET', subject: RESPONSIBILITY_RULES, document: firstResponsibilityRules() },
    { kind: 'CODE_LIST', subject: ROLE_LIST, document: firstRoleList() },
    { kind: 'CODE_LIST', subject: GLOSSARY, document: firstGlossary() },
    ...Object.entries(codeLists).map(([subject, list]): FirstEdition => ({
      kind: 'CODE_LIST',
      subject,
      document: JSON.stringify(list),
    })),
    { kind: 'CODE_LIST', subject: INSTRUMENT_LIST, document: firstInstrumentDocument() },
    ...(parties === undefined
      ? []
      : instruments().map((subject): FirstEdition => ({
          kind: 'TREATY_STATUS',
          subject,
          document: treatyDocument(parties, subject, PARTIES_AS_OF),
        }))),
  ];
}

const instruments = (): Instrument[] => Object.keys(INSTRUMENTS) as Instrument[];
