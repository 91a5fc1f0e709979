// Generated from the description of the API by `npm run client`. Do not edit.

export interface paths {
    readonly "/v1/caseload": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the calling agency works on: accepted and not ended, the most urgent first */
        readonly get: operations["CaseloadController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Escalations that the calling agency is a party to or was called upon by; the most urgent first */
        readonly get: operations["EscalationsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was tried for a referral, whom it reached, what is owed, and what comes next */
        readonly get: operations["EscalationsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer escalation
         * @description The receiver or an agency that was called upon answers, by a person, what was raised, which stops the ladder. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. A named person says it: send `Bus-Person`. Vocabulary 1.3, 1.4 R1.4.
         */
        readonly post: operations["EscalationCommandController_answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/answer-onward-refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer onward refusal
         * @description A national contact that was told that the case is stuck says, by a person, how a case goes on that was not let go on, so that it is stuck no more. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs an answer, and who is competent where it names another agency. A named person says it: send `Bus-Person`. Vocabulary 2.4 I6, 6.
         */
        readonly post: operations["EscalationCommandController_answerOnwardRefusal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/approve-lowering": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve lowering
         * @description The receiver approves, by a second person, that P1 is lowered; the sender is told and may object. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs another person than the one who proposed it. A named person says it: send `Bus-Person`. Vocabulary 1.4 R1.2.
         */
        readonly post: operations["EscalationCommandController_approveLowering"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/confirm-preservation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm preservation
         * @description The receiver or the sender says until when data is preserved, or is so for longer. In any state: the state stays. It needs the request. Vocabulary 2.5 (Budapest 16(2), 29(7)).
         */
        readonly post: operations["EscalationCommandController_confirmPreservation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/confirm-priority": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm priority
         * @description The receiver confirms, by a person, the level that drives. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs reasons. A named person says it: send `Bus-Person`. Vocabulary 1.4 R1.1.
         */
        readonly post: operations["EscalationCommandController_confirmPriority"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/confirm-safeguarding": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm safeguarding
         * @description The receiver or the sender or an agency that was called upon passes on what the service said. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED, CLOSED, REJECTED, FORWARDED, WITHDRAWN, EXPIRED: the state stays. It needs what the service was told by. Vocabulary 1.3.
         */
        readonly post: operations["EscalationCommandController_confirmSafeguarding"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/dispute-priority": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Dispute priority
         * @description The sender objects to the lowering of P1, which restores P1 until the higher role has decided. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs reasons. Vocabulary 1.4 R1.2.
         */
        readonly post: operations["EscalationCommandController_disputePriority"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/lower-priority": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lower priority
         * @description The receiver lowers the level; of P1 that is a proposal until a second person approves it. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs a level below the one that drives, reasons for it, and why it is lowered. A named person says it: send `Bus-Person`. Vocabulary 1.4 R1.1 R1.2.
         */
        readonly post: operations["EscalationCommandController_lowerPriority"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/notify-safeguarding": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Notify safeguarding
         * @description The receiver or the sender has told a service that protects or supports the child. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. Vocabulary 1.3.
         */
        readonly post: operations["EscalationCommandController_notifySafeguarding"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/raise-priority": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Raise priority
         * @description The sender or the receiver raises the level, at any time. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs a level above the one that drives, and reasons. Vocabulary 1.4 R1.2.
         */
        readonly post: operations["EscalationCommandController_raisePriority"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/record-voice-contact": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record voice contact
         * @description The sender or the receiver or an agency that was called upon records that a telephone call was made; only a call that was answered ends what is owed. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. Vocabulary 1.4 R1.7.
         */
        readonly post: operations["EscalationCommandController_recordVoiceContact"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/release-preservation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Release preservation
         * @description The receiver or the sender says that data need not be preserved any more, or that there is nothing to preserve. In any state: the state stays. It needs a reason. Vocabulary 2.5.
         */
        readonly post: operations["EscalationCommandController_releasePreservation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/request-preservation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request preservation
         * @description The receiver or the sender asks a custodian to preserve data. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs authority, offence and facts, data, custodian or location, necessity, and what will be asked for. Vocabulary 2.5 (Budapest 29(2)).
         */
        readonly post: operations["EscalationCommandController_requestPreservation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/escalations/{id}/resolve-dispute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resolve dispute
         * @description The 24/7 or national contact of the receiver's country decides which level holds. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs a level with reasons, why it is lowered where it is, and a person who did not lower it. A named person says it: send `Bus-Person`. Vocabulary 1.4 R1.2, 6.1.
         */
        readonly post: operations["EscalationCommandController_resolveDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exercises/{exercise}/report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What came of an exercise: counts, times, gradings, lessons (mission S7)
         * @description The operator reads it at any time, agencies that took part once it has ended.
         */
        readonly get: operations["ExercisesController_report"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/feed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything that the calling agency may see, as it becomes visible
         * @description In order per referral, at least once. An item that was handed over again has the same id. Keep `next` once
         *     the items are handled, and ask with it: a cursor of any age goes on without a gap, and no rebuild moves it. With
         *     `Accept: text/event-stream` the answer is a stream of server-sent events: `item` (its id is the cursor after it, for
         *     `Last-Event-ID`), `missing`, and `end` when the token expires.
         */
        readonly get: operations["FeedController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/feed/delegate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the bus may read the feed for webhooks */
        readonly get: operations["DelegateController_read"];
        /**
         * Let the bus read the feed for webhooks
         * @description In the role of the caller, until it is taken back. Whoever registers a webhook says it by that.
         */
        readonly put: operations["DelegateController_allow"];
        readonly post?: never;
        /**
         * Let the bus read the feed no more
         * @description At once, whatever webhooks there are. They stay registered and send nothing.
         */
        readonly delete: operations["DelegateController_withdraw"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/feed/taken": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that the agency has what lies before a cursor
         * @description Whoever comes back with a cursor says so by that. A reader of a stream does not come back, and a connection tells nothing of what was read from it: so it says so, now and then. Senders are shown that their referrals were retrieved.
         */
        readonly post: operations["FeedController_take"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Referrals sent to the calling agency, newest first */
        readonly get: operations["InboxController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Agencies that take part, take no part for now, or did: with roles, contact points and notices */
        readonly get: operations["MembershipController_agencies"];
        readonly put?: never;
        /**
         * Propose an agency as a member, or a member with other roles or rights
         * @description Holds once another person has admitted it. A later proposal takes the place of an earlier one.
         */
        readonly post: operations["MembershipWordsController_say0"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One agency; the operator and the agency itself see its clients and what is proposed of it */
        readonly get: operations["MembershipController_agency"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/admit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Admit an agency as it was proposed
         * @description By another person than the one who proposed it. A suspended agency, or one that left, comes back in the same way, by what was proposed since. The body names the proposal, as its agency shows it: where another has taken its place, nobody is admitted.
         */
        readonly post: operations["MembershipWordsController_say1"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/capacity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say how much an agency can take on
         * @description By the operator or by the agency itself. A notice for senders: it refuses nothing by itself.
         */
        readonly post: operations["MembershipWordsController_say10"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/clients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register a client of an agency
         * @description Once an agency has had a registered client, no other one speaks for it, also when all that were registered are revoked.
         */
        readonly post: operations["MembershipWordsController_say6"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/clients/{client}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke a client of an agency
         * @description By the operator or by the agency itself; one person is enough, since a stolen key does not wait for two. Within five seconds no app lets it in any more, whatever tokens it holds.
         */
        readonly post: operations["MembershipWordsController_say7"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/contact-points/{role}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say how a desk of an agency is reached
         * @description By the operator or by the agency itself. Desks only: no number or address of a person. A desk that does not answer around the clock says in `calendar` when it is staffed.
         */
        readonly post: operations["MembershipWordsController_say8"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/contact-points/{role}/remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that a role of an agency has no contact point any more
         * @description By the operator or by the agency itself, also of a role that it holds no more.
         */
        readonly post: operations["MembershipWordsController_say9"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/agencies/{agency}/maintenance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say when an agency's systems are away
         * @description By the operator or by the agency itself. What is sent to it waits meanwhile. A notice that ends where it begins takes the last one back.
         */
        readonly post: operations["MembershipWordsController_say11"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Suspensions and departures that wait for a second person */
        readonly get: operations["MembershipController_changes"];
        readonly put?: never;
        /**
         * Propose to suspend an agency, or to let it leave
         * @description Holds once another person has approved it. The answer names the proposal.
         */
        readonly post: operations["MembershipWordsController_say2"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/changes/{change}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a suspension or a departure
         * @description By another person than the one who proposed it. Within five seconds no app lets the agency in any more.
         */
        readonly post: operations["MembershipWordsController_say3"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/changes/{change}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decline a suspension or a departure
         * @description By another person than the one who proposed it. The agency takes part as before.
         */
        readonly post: operations["MembershipWordsController_say4"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/changes/{change}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a proposed suspension or departure back
         * @description By the person who proposed it.
         */
        readonly post: operations["MembershipWordsController_say5"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/coverage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Jurisdictions with a live 24/7 role, and without one: a risk before it is needed */
        readonly get: operations["ResponsibilitiesController_coverage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Rule sets, code lists and treaty statuses, with their newest version */
        readonly get: operations["RulesController_documents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/documents/{kind}/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every version of a document, with the time from which it holds */
        readonly get: operations["RulesController_document"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/documents/{kind}/{subject}/compare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Two versions side by side: every place where they differ */
        readonly get: operations["RulesController_compare"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/exercises": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Exercises: the operator sees all of them, an agency those that it takes part in */
        readonly get: operations["TrainingController_exercises"];
        readonly put?: never;
        /**
         * Start an exercise between agencies
         * @description What its participants submit into it runs on production rules, and is synthetic from its first event on: never in real lists, counts or statistics.
         */
        readonly post: operations["MembershipWordsController_say18"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/exercises/{exercise}/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The cases to grade: to agencies that take part, and the operator (vocabulary 9)
         * @description Each agency grades by submitting a referral into the exercise with the reference of the case and its own priority, to a participant that does not grade. What the others made of it, and what it stands for, is in the report once the exercise has ended.
         */
        readonly get: operations["TrainingController_cases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/exercises/{exercise}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End an exercise
         * @description Nothing more is submitted into it. Its referrals stay, and so does its report.
         */
        readonly post: operations["MembershipWordsController_say19"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/exercises/{exercise}/lessons": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record what an exercise taught about rules
         * @description While it runs or afterwards. It appears in the report of the exercise.
         */
        readonly post: operations["MembershipWordsController_say20"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/glossary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Terms of the field: found by whatever people say, answered with what is to be said */
        readonly get: operations["RulesController_glossary"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/jurisdictions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Jurisdictions with their lanes, and every earlier assignment of them */
        readonly get: operations["MembershipController_jurisdictions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/jurisdictions/{jurisdiction}/lanes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a jurisdiction its lanes, or more of them
         * @description All lanes that it is to have: those that it has, and more. Referrals keep their lane, new ones take any of them, and a repeated command finds its first answer in whichever lane that was given.
         */
        readonly post: operations["MembershipWordsController_say12"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/lessons": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lessons, with the rules that they are about, oldest first */
        readonly get: operations["TrainingController_lessons"];
        readonly put?: never;
        /**
         * Record what practice taught about rules
         * @description Outside of any exercise: a fact of real work.
         */
        readonly post: operations["MembershipWordsController_say21"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/proposals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is proposed, with the comments on it, and who said each */
        readonly get: operations["RulesController_proposals"];
        readonly put?: never;
        /**
         * Propose a version of a rule set, a code list or a treaty status
         * @description By any member, by name. It may be commented on for two months, and holds once another person has approved it. In an exercise by those that take part in it, and the operator: it ends with the exercise, and has a share of its own.
         */
        readonly post: operations["MembershipWordsController_say13"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/proposals/{change}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a version of a rule set, a code list or a treaty status
         * @description By another person than the one who proposed it. Not before its comment period is over.
         */
        readonly post: operations["MembershipWordsController_say15"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/proposals/{change}/comment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Comment on a proposal
         * @description By any member, while it may be commented on.
         */
        readonly post: operations["MembershipWordsController_say14"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/proposals/{change}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decline a version of a rule set, a code list or a treaty status
         * @description By another person than the one who proposed it, at any time before it is approved, of an exercise also after its end.
         */
        readonly post: operations["MembershipWordsController_say16"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/proposals/{change}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a proposal back
         * @description By a person of the agency that made it, at any time before it is approved, of an exercise also after its end.
         */
        readonly post: operations["MembershipWordsController_say17"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/proposals/ended": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was declined or taken back, with the reason */
        readonly get: operations["RulesController_endedProposals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/responsibilities": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The responsibility table: R responsible, A accountable, C consulted, I informed */
        readonly get: operations["ResponsibilitiesController_table"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/responsible": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who must act now: for a step, or for a referral in a status, in a country */
        readonly get: operations["ResponsibilitiesController_responsible"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/stakeholders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The stakeholder document, made from who takes part now, to be published as it is */
        readonly get: operations["ResponsibilitiesController_stakeholders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/membership/treaties/{instrument}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether an instrument can be the sole basis between countries at a time (vocabulary 3.2)
         * @description That all are parties is necessary and not sufficient: a named article, a purpose and a competent authority are required too. The bus records the claim; it never decides lawfulness.
         */
        readonly get: operations["RulesController_treaty"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit a referral
         * @description Hands a case to an agency, in codes and counts only: no personal data, no files, no digests of files. What is answered with 201 stands on disk. `Location` is where the referral is read; `Bus-Position` can be given to a read as `Bus-Min-Position`.
         */
        readonly post: operations["ReferralCommandController_submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals:batch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit up to 500 referrals
         * @description One result per item, in the order of the items. Each item has an idempotency key of its own and stands or falls alone; a batch that is sent again repeats the answers of its items. Refused as a whole only for what is wrong with the batch or its sender.
         */
        readonly post: operations["BatchController_submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals:request-release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for the release of a referral
         * @description A person of the sender asks another person of the same agency to release a referral: what is sent here is submitted once that person has sent the same to `approve-release`. Until then nobody else knows of it. Agencies that ask for a second person submit in no other way (`RELEASE_REQUIRED`). Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_requestRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A referral, as one of its parties or an agency that it was opened to */
        readonly get: operations["ReferralController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept a referral
         * @description The receiver takes it on, in full, in part or on conditions. From RECEIVED, ACKNOWLEDGED, INFO_REQUESTED: to ACCEPTED. It needs a ground unless in full (I3); the conditions where there are some. Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I3, 2.5.
         */
        readonly post: operations["ReferralCommandController_accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Acknowledge a referral
         * @description The receiver has seen it, by a person. From SUBMITTED, RECEIVED: to ACKNOWLEDGED. A named person says it: send `Bus-Person`. Said again in the same words it is answered with the state as it is. Vocabulary 2.2, 2.3.
         */
        readonly post: operations["ReferralCommandController_acknowledge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/approve-release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve release
         * @description The sender releases the referral that was asked for, which submits it. Before the submission: to SUBMITTED. It needs another person than the one who asked; the content that was asked for. A named person says it: send `Bus-Person`. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_approveRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/approve-transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve transfer
         * @description The receiver lets an agency that asked have the case, as an onward leg. From RECEIVED, ACKNOWLEDGED, INFO_REQUESTED: to FORWARDED. From ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: the state stays. It needs a request; role and country of the agency (I2); that the sender does not ask for it back (I4). A named person says it: send `Bus-Person`. Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I2 I4 I6.
         */
        readonly post: operations["ReferralCommandController_approveTransfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/bundle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Bundle a referral
         * @description The sender or the receiver counts it to a bundle of near-identical routine referrals. In any state: the state stays. It needs the referral that leads; never P1 or P2. Vocabulary 1.1, 10.
         */
        readonly post: operations["ReferralCommandController_bundle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close a referral
         * @description The receiver or the sender closes the case; the sender only after 30 days of silence. From OUTCOME_REPORTED: to CLOSED. It needs an outcome that stands, a final one where extradition was refused for nationality; a reason that is not only that the victim withdrew (I5). Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I5, 2.5 24(6).
         */
        readonly post: operations["ReferralCommandController_close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/conclude-consultation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Conclude consultation
         * @description The sender or the receiver or a national contact of a country concerned, or of one that an open consultation names, states what the countries agreed on; the bus tells of it on onward legs. In any state: the state stays. It needs a result; the country that leads, where one does. Vocabulary 2.5 22(5).
         */
        readonly post: operations["ReferralCommandController_concludeConsultation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/confirm-withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm withdrawal
         * @description The receiver lets it go, as the sender asked. From ACCEPTED, IN_PROGRESS, ON_HOLD: to WITHDRAWN. Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I4.
         */
        readonly post: operations["ReferralCommandController_confirmWithdrawal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Correct a referral
         * @description The sender or the receiver replaces what it said before; the bus passes it on to onward legs. In any state: the state stays. It needs a reason and something that is replaced; of a closed case, that it keeps what it was closed with. Only who said a part of the case may say this of it. Vocabulary 2.3, 2.4 I7, 2.5 24(6).
         */
        readonly post: operations["ReferralCommandController_correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/decline-withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decline withdrawal
         * @description The receiver keeps it: proceedings do not depend on the reporter. From ACCEPTED, IN_PROGRESS, ON_HOLD: the state stays. It needs a reason. Vocabulary 2.3, 2.4 I4.
         */
        readonly post: operations["ReferralCommandController_declineWithdrawal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/enter-in-error": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enter a referral in error
         * @description The sender takes back the whole referral, which should never have been submitted. In any state: to ENTERED_IN_ERROR. It needs a reason. A named person says it: send `Bus-Person`. Only who said a part of the case may say this of it. Said again in the same words it is answered with the state as it is. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_enterInError"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/enter-part-in-error": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enter part in error
         * @description The sender or the receiver takes back a part that should never have been said here; the case goes on. In any state: the state stays. It needs a reason; of a closed case, that it keeps what it was closed with. A named person says it: send `Bus-Person`. Only who said a part of the case may say this of it. Vocabulary 2.3, 2.5 24(6).
         */
        readonly post: operations["ReferralCommandController_enterPartInError"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/forward": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Forward a referral
         * @description The receiver passes it on to an agency that is competent. From RECEIVED, ACKNOWLEDGED, INFO_REQUESTED: to FORWARDED. It needs agency, role and country of the target (I2). Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I1 I2 I6.
         */
        readonly post: operations["ReferralCommandController_forward"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/grant-access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Grant access
         * @description The receiver opens the case to an agency that asked, for a time. In any state: the state stays. It needs a request; how much and until when. A named person says it: send `Bus-Person`. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_grantAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/notify-delay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Notify delay
         * @description The receiver warns that it will be late, or cannot act at all. In any state: the state stays. It needs a reason. Vocabulary 2.3, 2.5 27(7).
         */
        readonly post: operations["ReferralCommandController_notifyDelay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/offer-handover": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Offer handover
         * @description The receiver offers the case to another agency, and keeps it until that agency has accepted. From ACCEPTED, IN_PROGRESS: the state stays. It needs agency, role and country of the target (I2); that the sender does not ask for it back (I4). Vocabulary 2.3, 2.4 I2 I4 I6.
         */
        readonly post: operations["ReferralCommandController_offerHandover"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/open-consultation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open consultation
         * @description The sender or the receiver or a national contact of a country concerned, or of one that an open consultation names, calls for a consultation of countries that may have jurisdiction; the bus tells of it on onward legs. In any state: the state stays. It needs the countries. Vocabulary 2.5 22(5).
         */
        readonly post: operations["ReferralCommandController_openConsultation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/provide-information": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Provide information
         * @description The sender answers every item that was asked for, or says that it cannot. From INFO_REQUESTED: to ACKNOWLEDGED. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_provideInformation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Receive a referral
         * @description The receiver has it in its system. From SUBMITTED: to RECEIVED. Said again in the same words it is answered with the state as it is. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/refuse-access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse access
         * @description The receiver does not open the case. In any state: the state stays. It needs a request; a ground. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_refuseAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/refuse-release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse release
         * @description The sender does not release the referral. Before the submission: the state stays. It needs another person than the one who asked; a ground. A named person says it: send `Bus-Person`. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_refuseRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/refuse-transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse transfer
         * @description The receiver keeps the case. In any state: the state stays. It needs a request; a ground. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_refuseTransfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reject a referral
         * @description The receiver does not take it on. From RECEIVED, ACKNOWLEDGED, INFO_REQUESTED: to REJECTED. It needs a ground (I3); never missing information or capacity for P1 and P2 (R1.5). Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I3, 1.4 R1.5.
         */
        readonly post: operations["ReferralCommandController_reject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reopen a referral
         * @description The sender or the receiver takes up again what had ended. From CLOSED, REJECTED, EXPIRED: to ACKNOWLEDGED. It needs a reason. Said again in the same words it is answered with the state as it is. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_reopen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/report-outcome": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report outcome
         * @description The receiver tells what came of it, and so declines to let it go where the sender asks for it back; may be said again. From ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_REPORTED: to OUTCOME_REPORTED. It needs at least one outcome with date and accuracy. Vocabulary 2.3, 2.4 I4, 2.6.
         */
        readonly post: operations["ReferralCommandController_reportOutcome"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/request-access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request access
         * @description An agency that is no party asks to see the case, and does not learn whether it exists. In any state: the state stays. It needs a purpose. The answer is the same whether there is such a referral or not. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_requestAccess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/request-information": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request information
         * @description The receiver asks for what it needs to decide. From RECEIVED, ACKNOWLEDGED: to INFO_REQUESTED. It needs what is asked for. Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.6.
         */
        readonly post: operations["ReferralCommandController_requestInformation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/request-transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request transfer
         * @description An agency that is no party asks to take the case over, and does not learn whether it exists. In any state: the state stays. It needs a reason. The answer is the same whether there is such a referral or not. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_requestTransfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/request-withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request withdrawal
         * @description The sender asks for an accepted referral back. From ACCEPTED, IN_PROGRESS, ON_HOLD: the state stays. It needs a reason; that it is not on offer to another agency. Vocabulary 2.3, 2.4 I4.
         */
        readonly post: operations["ReferralCommandController_requestWithdrawal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/responsible": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who must act now on a referral: the party whose step it is, and who is responsible there */
        readonly get: operations["ActingController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/resume-work": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resume work
         * @description The receiver works on. From ON_HOLD: to IN_PROGRESS. Said again in the same words it is answered with the state as it is. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_resumeWork"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/start-work": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start work
         * @description The receiver has begun to work on it. From ACCEPTED: to IN_PROGRESS. Said again in the same words it is answered with the state as it is. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_startWork"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/supplement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Supplement a referral
         * @description The sender or the receiver adds to the case; the bus passes it on to onward legs. In any state: the state stays. It needs something that is added. Only who said a part of the case may say this of it. Vocabulary 2.3.
         */
        readonly post: operations["ReferralCommandController_supplement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/suspend-work": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Suspend work
         * @description The receiver lets work rest until a date of review. From IN_PROGRESS: to ON_HOLD. It needs a reason and a date of review (I3). Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I3, 2.5 27(5).
         */
        readonly post: operations["ReferralCommandController_suspendWork"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happened to a referral, over all families, in the one order of its lane */
        readonly get: operations["TimelineController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraw a referral
         * @description The sender takes it back before it was accepted. From SUBMITTED, RECEIVED, ACKNOWLEDGED, INFO_REQUESTED: to WITHDRAWN. It needs a reason. Said again in the same words it is answered with the state as it is. Vocabulary 2.3, 2.4 I4.
         */
        readonly post: operations["ReferralCommandController_withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Referrals that the calling agency sent, newest first */
        readonly get: operations["SentController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Webhooks of the calling agency */
        readonly get: operations["WebhooksController_list"];
        readonly put?: never;
        /**
         * Register a webhook for what the calling agency is told
         * @description Nothing is sent before it is enabled. By it the agency lets the bus read its feed (`/v1/feed/delegate`).
         */
        readonly post: operations["WebhooksController_register"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A webhook and how it is */
        readonly get: operations["WebhooksController_read"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a webhook and what waits for it
         * @description With the last one the bus is allowed to read the feed no more.
         */
        readonly delete: operations["WebhooksController_delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change where a webhook leads, and what it is told
         * @description What is not given stays, and it goes on from where it stands: nothing is lost or told again. Another `url` of a webhook that is sent to is challenged at once, and takes the place of the old one only if it answers.
         */
        readonly patch: operations["WebhooksController_change"];
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What went to a webhook or waits to go, with its tries, newest first */
        readonly get: operations["WebhooksController_listDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send nothing for now
         * @description Nothing is lost: enabled again it goes on where it stood.
         */
        readonly post: operations["WebhooksController_disable"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Challenge a webhook and send to it from where it stands
         * @description It is sent `webhook.challenge` with `data.challenge` and must answer 2xx with that text, or with it as `challenge` of a JSON object.
         */
        readonly post: operations["WebhooksController_enable"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a webhook a new secret
         * @description It signs at once; the one before signs as well until the overlap is over.
         */
        readonly post: operations["WebhooksController_rotate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try whether a webhook takes a message
         * @description It is sent `webhook.test`, signed as everything is, once. The answer says what came of it.
         */
        readonly post: operations["WebhooksController_test"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The worklists of the calling agency, and how much stands in each */
        readonly get: operations["WorklistsController_counts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What waits for the calling agency, or for those that it works with; the most urgent first */
        readonly get: operations["WorklistsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists/awaiting-release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Referrals that a second person of the calling agency is to release, the oldest first */
        readonly get: operations["ReleasesController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists/overdue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Referrals of the calling agency, on either side, that something is overdue on; the most urgent first
         * @description Of the most urgent, the longest overdue comes first.
         */
        readonly get: operations["OverdueController_page"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "step": "TRIAGE",
         *       "country": "PH",
         *       "version": 1,
         *       "actors": [
         *         {
         *           "agency": "PH-WCPC",
         *           "role": "LE_UNIT",
         *           "parts": [
         *             "C"
         *           ],
         *           "isParty": true,
         *           "inMaintenance": false,
         *           "takesPart": true,
         *           "desk": {
         *             "name": "Duty desk",
         *             "phone": "+63285550100",
         *             "email": null,
         *             "languages": [
         *               "en"
         *             ]
         *           },
         *           "open": true,
         *           "changesAt": "2026-11-26T09:00:00.000Z"
         *         },
         *         {
         *           "agency": "PH-WCPC",
         *           "role": "POC_247",
         *           "parts": [
         *             "R"
         *           ],
         *           "isParty": false,
         *           "inMaintenance": false,
         *           "takesPart": true,
         *           "desk": null,
         *           "open": null,
         *           "changesAt": null
         *         }
         *       ]
         *     }
         */
        readonly Acting: {
            readonly actors: readonly {
                readonly agency: string;
                /**
                 * Format: date-time
                 * @description When it closes, or opens; null: not within a year.
                 */
                readonly changesAt: string | null;
                /** @description Of that role; null where the agency has named none. */
                readonly desk: {
                    readonly email: string | null;
                    readonly languages: readonly string[];
                    readonly name: string;
                    readonly phone: string | null;
                } | null;
                /** @description Its systems are away: telephone. */
                readonly inMaintenance: boolean;
                /** @description The party of the referral whose step it is, whatever its role; it stands first. */
                readonly isParty: boolean;
                /** @description Whether it is staffed now; null where nobody said so. */
                readonly open: boolean | null;
                /** @description What the role is in this step: responsible, accountable, consulted, informed. */
                readonly parts: readonly ("R" | "A" | "C" | "I")[];
                readonly role: string;
                /** @description False of a party that is suspended or has left the bus: turn to the others. */
                readonly takesPart: boolean;
            }[];
            /** @description Of the party whose step it is. */
            readonly country: string | null;
            readonly id: string;
            /**
             * @description What it waits for; null: for nothing.
             * @enum {string|null}
             */
            readonly step: "SUBMIT" | "TRIAGE" | "LEGAL_BASIS" | "DECONFLICTION" | "SAFEGUARD" | "PRESERVATION" | "DISCLOSURE" | "REJECT_OR_FORWARD" | "OUTCOME" | "CLOSE" | "OVERRIDE_REVIEW" | "EVALUATION" | null;
            /** @description Of the responsibility table that says so; null: none published yet. */
            readonly version: number | null;
        };
        /**
         * @example {
         *       "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "status": "IN_PROGRESS",
         *       "since": "2026-11-24T10:02:01.007Z",
         *       "reasons": [],
         *       "holder": {
         *         "agency": "PH-WCPC",
         *         "role": "LE_UNIT",
         *         "country": "PH"
         *       },
         *       "times": {
         *         "received": "2026-11-24T08:30:02.411Z",
         *         "acknowledged": "2026-11-24T08:55:13.090Z",
         *         "accepted": "2026-11-24T09:12:44.310Z",
         *         "outcome": null,
         *         "ended": null
         *       },
         *       "priority": {
         *         "driving": "P3",
         *         "sender": {
         *           "level": "P3",
         *           "reasons": [
         *             "IDENTIFIED_SUSPECT"
         *           ]
         *         },
         *         "receiver": null
         *       },
         *       "acceptance": {
         *         "scope": "CONDITIONAL",
         *         "reason": "HARMS_INVESTIGATION",
         *         "conditions": [
         *           "CONSULT_BEFORE_ACTION"
         *         ]
         *       },
         *       "rejection": null,
         *       "hold": null,
         *       "delay": null,
         *       "extradition": null,
         *       "open": {
         *         "information": null,
         *         "withdrawal": {
         *           "reason": "FACTS_DISPROVED",
         *           "at": "2026-11-24T11:40:00.512Z"
         *         },
         *         "consultation": null
         *       },
         *       "consulted": null,
         *       "onward": null,
         *       "returned": null,
         *       "submittedAt": "2026-11-24T08:30:00.125Z",
         *       "from": {
         *         "agency": "US-CLEAR",
         *         "role": "CLEARINGHOUSE",
         *         "country": "US"
         *       },
         *       "to": {
         *         "agency": "PH-WCPC",
         *         "role": "LE_UNIT",
         *         "country": "PH"
         *       },
         *       "version": 1,
         *       "reference": "CLEAR-2026-004411",
         *       "reporter": {
         *         "company": "Example Platform Ltd",
         *         "role": "INDUSTRY_TS"
         *       },
         *       "incident": {
         *         "offenceType": "SOLICITATION",
         *         "modifiers": [
         *           "FINANCIAL_EXTORTION"
         *         ],
         *         "occurredAt": "2026-11-23T21:05:00.000Z",
         *         "zone": "Asia/Manila"
         *       },
         *       "files": [
         *         {
         *           "kind": "CHAT_LOG",
         *           "count": 2
         *         }
         *       ],
         *       "nexus": [
         *         {
         *           "country": "PH",
         *           "basis": "VICTIM_PRESENT",
         *           "confidence": "MEDIUM"
         *         }
         *       ],
         *       "evidence": [],
         *       "crossBorder": null,
         *       "procedureRequested": null,
         *       "delivery": {
         *         "step": "ACKNOWLEDGED",
         *         "at": "2026-11-24T08:55:13.090Z",
         *         "late": false,
         *         "steps": [
         *           {
         *             "step": "ACCEPTED",
         *             "at": "2026-11-24T08:30:00.125Z",
         *             "dueAt": null,
         *             "late": false,
         *             "missed": false
         *           },
         *           {
         *             "step": "RELAYED",
         *             "at": "2026-11-24T08:30:00.301Z",
         *             "dueAt": "2026-11-24T09:00:00.125Z",
         *             "late": false,
         *             "missed": false
         *           },
         *           {
         *             "step": "AVAILABLE",
         *             "at": "2026-11-24T08:30:00.410Z",
         *             "dueAt": "2026-11-24T09:00:00.125Z",
         *             "late": false,
         *             "missed": false
         *           },
         *           {
         *             "step": "RETRIEVED",
         *             "at": "2026-11-24T08:30:01.902Z",
         *             "dueAt": "2026-11-24T16:30:00.125Z",
         *             "late": false,
         *             "missed": false
         *           },
         *           {
         *             "step": "ACKNOWLEDGED",
         *             "at": "2026-11-24T08:55:13.090Z",
         *             "dueAt": null,
         *             "late": false,
         *             "missed": false
         *           }
         *         ]
         *       },
         *       "hop": 0,
         *       "origin": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "parent": null,
         *       "bundle": null,
         *       "synthetic": false,
         *       "availableAt": "2026-11-24T08:30:00.410Z",
         *       "parked": false,
         *       "access": "PARTY",
         *       "parts": [
         *         {
         *           "id": "0198c1f1-6f2a-7b6e-9a51-3c1d2e4f5a6d",
         *           "kind": "OUTCOME",
         *           "by": "PH-WCPC",
         *           "at": "2026-11-24T15:00:00.000Z",
         *           "about": null,
         *           "carried": false,
         *           "version": 1,
         *           "inErrorAt": null,
         *           "answered": [],
         *           "unavailable": [],
         *           "modifiers": [],
         *           "files": [],
         *           "nexus": [],
         *           "evidence": [],
         *           "crossBorder": null,
         *           "outcomes": [
         *             {
         *               "outcome": "CHILD_SAFEGUARDED",
         *               "on": "2026-11-24",
         *               "accuracy": "CONFIRMED"
         *             }
         *           ],
         *           "extradition": null
         *         }
         *       ],
         *       "waivers": [],
         *       "legs": [],
         *       "requests": []
         *     }
         */
        readonly Case: {
            readonly acceptance: {
                /** @description Of a conditional acceptance (vocabulary 4.3); null where only state and outcome were opened to the caller. */
                readonly conditions: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY" | "UNKNOWN")[] | null;
                /** @enum {string|null} */
                readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN" | null;
                /** @enum {string} */
                readonly scope: "FULL" | "PARTIAL" | "CONDITIONAL" | "UNKNOWN";
            } | null;
            /**
             * @description As what the caller is shown it: a party; an agency that the holder opened it to; REQUESTS_AND_OUTCOME: its sender in a role that is told what is asked of it and the class of outcome, and no case (vocabulary 6).
             * @enum {string}
             */
            readonly access: "PARTY" | "CASE" | "STATE_AND_OUTCOME" | "REQUESTS_AND_OUTCOME";
            /**
             * Format: date-time
             * @description When it came to be readable here.
             */
            readonly availableAt: string;
            readonly bundle: {
                readonly bundle: string;
                /** @description Null where the caller may not know of that referral. */
                readonly lead: string | null;
            } | null;
            /** @description What the last consultation came to. */
            readonly consulted: {
                /** Format: date-time */
                readonly at: string;
                readonly lead: string | null;
                /** @enum {string} */
                readonly result: "LEAD_AGREED" | "JOINT_CASE" | "PARALLEL_WITH_COORDINATION" | "ONE_STOPS" | "NO_AGREEMENT" | "UNKNOWN";
            } | null;
            readonly crossBorder: {
                readonly childDefinitionConflict: boolean | null;
                /** @enum {string|null} */
                readonly dualCriminality: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly dualCriminalityWaiver: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly extraditionFlag: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
                readonly types: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD" | "UNKNOWN")[];
            } | null;
            /** @description The last warning of the receiver. */
            readonly delay: {
                /** Format: date-time */
                readonly at: string;
                readonly impossible: boolean;
                /** @enum {string} */
                readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION" | "UNKNOWN";
                /** Format: date-time */
                readonly until: string | null;
            } | null;
            /** @description Evidence of its delivery, for its parties. Null to others, and where none is kept of it. */
            readonly delivery: {
                /** Format: date-time */
                readonly at: string;
                /** @description A step was reached after its time, or its time passed without it. */
                readonly late: boolean;
                /**
                 * @description The last step that is known to be reached.
                 * @enum {string}
                 */
                readonly step: "ACCEPTED" | "RELAYED" | "AVAILABLE" | "RETRIEVED" | "ACKNOWLEDGED";
                /** @description The whole way; a later step shows the earlier ones. */
                readonly steps: readonly {
                    /**
                     * Format: date-time
                     * @description When it was reached at the latest; null: it is not known to be reached.
                     */
                    readonly at: string | null;
                    /**
                     * Format: date-time
                     * @description By when it was to be reached, where that was said.
                     */
                    readonly dueAt: string | null;
                    /** @description It was reached after its time. */
                    readonly late: boolean;
                    /** @description Its time passed before it was known to be reached. */
                    readonly missed: boolean;
                    /** @enum {string} */
                    readonly step: "ACCEPTED" | "RELAYED" | "AVAILABLE" | "RETRIEVED" | "ACKNOWLEDGED";
                }[];
            } | null;
            /** @description By reference: evidence stays with its holder. */
            readonly evidence: readonly {
                readonly holder: string;
                /** @enum {string} */
                readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER" | "UNKNOWN";
                readonly mediaType: string | null;
                readonly reference: string;
                /** @description Hex; of documents of allowed kinds only. */
                readonly sha256: string | null;
                readonly size: number | null;
            }[];
            /** @enum {string|null} */
            readonly extradition: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
            readonly files: readonly {
                readonly count: number;
                /** @enum {string} */
                readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER" | "UNKNOWN";
            }[];
            readonly from: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            readonly hold: {
                /** @enum {string} */
                readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION" | "UNKNOWN";
                /** Format: date-time */
                readonly reviewAt: string;
            } | null;
            /** @description Who has it on this leg (I1); null once it ended or went on. */
            readonly holder: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            } | null;
            /** @description How often the case was handed on to come here. */
            readonly hop: number;
            readonly id: string;
            /** @description Null where only state and outcome were opened to the caller. */
            readonly incident: {
                readonly modifiers: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED" | "UNKNOWN")[];
                /** Format: date-time */
                readonly occurredAt: string | null;
                /** @enum {string} */
                readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA" | "UNKNOWN";
                readonly zone: string | null;
            } | null;
            /** @description Other legs of the case that the caller may follow: its first sender all of them (I1). */
            readonly legs: readonly components["schemas"]["CaseLeg"][];
            readonly nexus: readonly {
                /** @enum {string} */
                readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                /** @enum {string} */
                readonly confidence: "LOW" | "MEDIUM" | "HIGH" | "UNKNOWN";
                readonly country: string;
            }[];
            /** @description Where the case went (I2), or is offered to. */
            readonly onward: {
                /** Format: date-time */
                readonly at: string;
                /** @description Null where the caller may not know of that referral. */
                readonly leg: string | null;
                readonly offered: boolean;
                readonly to: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
            } | null;
            /** @description What was asked and is not answered yet. */
            readonly open: {
                readonly consultation: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly bases: readonly ("OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN")[];
                    readonly countries: readonly string[];
                    readonly opener: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    };
                } | null;
                readonly information: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly types: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER" | "UNKNOWN")[];
                    /** Format: date-time */
                    readonly wantedBy: string | null;
                } | null;
                readonly withdrawal: {
                    /** Format: date-time */
                    readonly at: string;
                    /** @enum {string} */
                    readonly reason: "NO_LONGER_NEEDED" | "WRONG_RECIPIENT" | "DUPLICATE_HANDLED_ELSEWHERE" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | "VICTIM_WITHDREW" | "UNKNOWN";
                } | null;
            };
            /** @description Null where the caller may not know of that referral. */
            readonly origin: string | null;
            /** @description Null where the caller may not know of that referral. */
            readonly parent: string | null;
            /** @description An event of this referral waits for repair: what is shown may be behind. */
            readonly parked: boolean;
            /** @description What was said beside the submission, oldest first. */
            readonly parts: readonly components["schemas"]["Part"][];
            readonly priority: {
                /**
                 * @description The level that drives: the higher of both until the receiver, or the higher role, has decided by a person.
                 * @enum {string|null}
                 */
                readonly driving: "P1" | "P2" | "P3" | "P4" | null;
                readonly receiver: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                } | null;
                readonly sender: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                } | null;
            };
            /** @description The sender's own reference. */
            readonly procedureRequested: string | null;
            /** @description Codes with which it came into this state. */
            readonly reasons: readonly string[];
            /** @description The sender's own administrative reference. */
            readonly reference: string | null;
            readonly rejection: {
                /** @description Null where the caller may not know of that referral. */
                readonly duplicateOf: string | null;
                readonly partialConsidered: boolean;
                /** @enum {string} */
                readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN";
                readonly suggested: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                } | null;
            } | null;
            readonly reporter: {
                readonly company: string;
                readonly role: string;
            } | null;
            /** @description Undecided requests of agencies that are no party; shown to the holder. */
            readonly requests: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
                /** @enum {string|null} */
                readonly extent: "STATE_AND_OUTCOME" | "CASE" | "UNKNOWN" | null;
                /** @enum {string} */
                readonly kind: "ACCESS" | "TRANSFER";
                /** @enum {string|null} */
                readonly purpose: "SAFEGUARD_CHILD" | "PREVENT" | "DETECT" | "INVESTIGATE" | "PROSECUTE" | "EXECUTE_PENALTY" | "CRIMINAL_PROCEEDINGS_SUPPORT" | "VICTIM_SUPPORT" | "CONTENT_REMOVAL" | "DECONFLICTION" | "STATISTICS" | "AUDIT" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly reason: "CHILD_AT_RISK_PRESENT" | "CHILD_PROTECTED_HERE" | "SUSPECT_PRESENT" | "MOST_VICTIMS" | "MOST_ADVANCED_INVESTIGATION" | "AGREED" | "UNKNOWN" | null;
            }[];
            /** @description What came back from there, until the receiver goes on. */
            readonly returned: {
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                /** @enum {string} */
                readonly cause: "REJECTED" | "EXPIRED" | "WITHDRAWN" | "ENTERED_IN_ERROR" | "UNDELIVERABLE" | "UNKNOWN";
                /** @description Null where the caller may not know of that referral. */
                readonly leg: string | null;
                /** @enum {string|null} */
                readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN" | null;
            } | null;
            /**
             * Format: date-time
             * @description When it came into this state.
             */
            readonly since: string;
            /**
             * @description vocabulary 2.2
             * @enum {string}
             */
            readonly status: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
            /** Format: date-time */
            readonly submittedAt: string;
            /** @description An exercise: never real work. */
            readonly synthetic: boolean;
            readonly times: {
                /** Format: date-time */
                readonly accepted: string | null;
                /** Format: date-time */
                readonly acknowledged: string | null;
                /** Format: date-time */
                readonly ended: string | null;
                /**
                 * Format: date-time
                 * @description The last report.
                 */
                readonly outcome: string | null;
                /** Format: date-time */
                readonly received: string | null;
            };
            readonly to: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            /** @description Of the submission; corrections and supplements raise it. */
            readonly version: number;
            /** @description Waivers of dual criminality that stand, and whether they were judged here: between the parties of this referral. */
            readonly waivers: readonly components["schemas"]["Waiver"][];
        };
        readonly CaseLeg: {
            readonly from: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            /** @description Its recipient holds the case there. */
            readonly holds: boolean;
            readonly hop: number;
            readonly id: string;
            /** @description Classes of the outcomes that stand. */
            readonly outcomes: readonly ("CHILD_SAFEGUARDED" | "CHILD_IDENTIFIED" | "CHILD_LOCATED_ABROAD" | "SUSPECT_IDENTIFIED" | "SUSPECT_ARRESTED" | "CHARGED" | "CONVICTED" | "ACQUITTED" | "CONTENT_REMOVED" | "ACCOUNT_ACTIONED" | "EVIDENCE_PRESERVED" | "LINKED_TO_EXISTING" | "INTELLIGENCE_ONLY" | "NO_OFFENCE" | "UNFOUNDED" | "UNABLE_TO_IDENTIFY" | "NOT_PURSUED" | "UNKNOWN")[];
            /** Format: date-time */
            readonly since: string;
            /** @enum {string} */
            readonly status: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
            readonly to: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
        };
        /**
         * @example {
         *       "id": "PH",
         *       "live": false,
         *       "risk": "WITHIN_HOURS",
         *       "holders": [
         *         "PH-WCPC"
         *       ],
         *       "gap": {
         *         "from": "2026-11-24T09:00:00.000Z",
         *         "until": "2026-11-25T00:00:00.000Z"
         *       },
         *       "reached": [
         *         {
         *           "agency": "PH-WCPC",
         *           "role": "LE_UNIT"
         *         }
         *       ]
         *     }
         */
        readonly Coverage: {
            /** @description Of `WITHIN_HOURS`: when nobody is there next, within a month. */
            readonly gap: {
                /** Format: date-time */
                readonly from: string;
                /** Format: date-time */
                readonly until: string | null;
            } | null;
            /** @description Agencies there that hold the role. */
            readonly holders: readonly string[];
            /** @description ISO 3166-1 alpha-2. */
            readonly id: string;
            /** @description It has a live 24/7 role that the bus can call. */
            readonly live: boolean;
            /** @description Desks there that answer at any hour, in whatever role. */
            readonly reached: readonly {
                readonly agency: string;
                readonly role: string;
            }[];
            /**
             * @description `NOT_HELD`: No agency there holds the role POC_247. `NOT_AROUND_THE_CLOCK`: None of those that do has a desk for it that is said to answer at any hour. `WITHIN_HOURS`: Those that do keep hours, and at the time of `gap` none of them is there. `IN_MAINTENANCE`: The systems of those that have are away. `NO_CHANNEL`: Those that are there have said no webhook and no mail address by which the bus could call them.
             * @enum {string|null}
             */
            readonly risk: "NOT_HELD" | "NOT_AROUND_THE_CLOCK" | "WITHIN_HOURS" | "IN_MAINTENANCE" | "NO_CHANNEL" | null;
        };
        /**
         * @example {
         *       "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "status": "RECEIVED",
         *       "since": "2026-11-24T08:30:02.411Z",
         *       "from": {
         *         "agency": "US-CLEAR",
         *         "role": "CLEARINGHOUSE",
         *         "country": "US"
         *       },
         *       "to": {
         *         "agency": "PH-WCPC",
         *         "role": "LE_UNIT",
         *         "country": "PH"
         *       },
         *       "ladder": "OPEN",
         *       "priority": {
         *         "driving": "P1",
         *         "sender": {
         *           "level": "P1",
         *           "reasons": [
         *             "LIVE_ABUSE"
         *           ]
         *         },
         *         "receiver": null,
         *         "proposed": null,
         *         "disputed": false
         *       },
         *       "voiceContact": {
         *         "recorded": false,
         *         "calls": [
         *           {
         *             "at": "2026-11-24T08:41:00.000Z",
         *             "by": "US-CLEAR",
         *             "result": "NO_ANSWER"
         *           }
         *         ]
         *       },
         *       "tried": [
         *         {
         *           "step": 1,
         *           "at": "2026-11-24T08:45:00.310Z",
         *           "dueAt": "2026-11-24T08:45:00.125Z",
         *           "cause": "ACKNOWLEDGE",
         *           "level": "P1",
         *           "called": [
         *             {
         *               "agency": "PH-WCPC",
         *               "role": "LE_UNIT",
         *               "country": "PH"
         *             }
         *           ],
         *           "unfilled": [
         *             "POC_247"
         *           ],
         *           "closed": [
         *             {
         *               "agency": "PH-WCPC",
         *               "role": "LE_UNIT",
         *               "country": "PH",
         *               "opensAt": "2026-11-25T00:00:00.000Z",
         *               "passedOver": false
         *             }
         *           ],
         *           "outcome": "OPEN",
         *           "rules": "escalation/1"
         *         }
         *       ],
         *       "calls": [
         *         {
         *           "step": 1,
         *           "cause": "ACKNOWLEDGE",
         *           "agency": "PH-WCPC",
         *           "role": "LE_UNIT",
         *           "channel": "SMTP",
         *           "messages": 1,
         *           "failures": 0,
         *           "outcome": "TAKEN",
         *           "triedAt": "2026-11-24T08:45:00.902Z",
         *           "takenAt": "2026-11-24T08:45:00.902Z",
         *           "nextAt": "2026-11-24T08:50:12.004Z",
         *           "endedBy": null
         *         }
         *       ],
         *       "answers": [],
         *       "refusedOnward": [],
         *       "overdue": [
         *         {
         *           "duty": "VOICE_CONTACT",
         *           "level": "P1",
         *           "countedFrom": "2026-11-24T08:30:00.125Z",
         *           "dueAt": "2026-11-24T08:45:00.125Z",
         *           "responsible": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "rules": "escalation/1"
         *         }
         *       ],
         *       "clocks": [
         *         {
         *           "duty": "VOICE_CONTACT",
         *           "countedFrom": "2026-11-24T08:30:00.125Z",
         *           "warnAt": "2026-11-24T08:40:00.125Z",
         *           "dueAt": "2026-11-24T08:45:00.125Z",
         *           "missed": true
         *         },
         *         {
         *           "duty": "ACKNOWLEDGE",
         *           "countedFrom": "2026-11-24T08:30:00.125Z",
         *           "warnAt": "2026-11-24T08:45:00.125Z",
         *           "dueAt": "2026-11-24T09:00:00.125Z",
         *           "missed": false
         *         }
         *       ],
         *       "next": {
         *         "step": {
         *           "step": 2,
         *           "at": "2026-11-24T09:00:00.125Z",
         *           "cause": "ACKNOWLEDGE",
         *           "who": "alternate contact in the same country",
         *           "roles": [
         *             "POC_247",
         *             "NCP_LE",
         *             "LE_UNIT"
         *           ],
         *           "opensAt": null
         *         },
         *         "opening": null,
         *         "clock": {
         *           "kind": "MISSED",
         *           "duty": "ACKNOWLEDGE",
         *           "at": "2026-11-24T09:00:00.125Z"
         *         }
         *       },
         *       "synthetic": false,
         *       "parked": false
         *     }
         */
        readonly Escalation: {
            /** @description Whom it reached, as far as they said so. */
            readonly answers: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    /** @description Null to agencies that are no party and were not called upon by that step. */
                    readonly agency: string | null;
                    readonly country: string;
                    readonly role: string;
                };
                /**
                 * @description What is owed.
                 * @enum {string}
                 */
                readonly cause: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                /**
                 * @description Null where `by` is not named.
                 * @enum {string|null}
                 */
                readonly reply: "TAKES_OVER" | "ALREADY_HANDLED" | "PASSED_ON" | "UNKNOWN" | null;
                /** @description Rules with their version, such as `escalation/1`. */
                readonly rules: string | null;
                /** @description The step that stood last. */
                readonly step: number;
            }[];
            /** @description By what who was called, and what came of it. */
            readonly calls: readonly {
                /** @description Null to agencies that are no party and were not called upon by that step. */
                readonly agency: string | null;
                /**
                 * @description What is owed.
                 * @enum {string}
                 */
                readonly cause: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                /**
                 * @description NONE: the desk has no channel that it could be called by.
                 * @enum {string}
                 */
                readonly channel: "WEBHOOK" | "SMTP" | "NONE";
                /** @description The event after which nobody is called any more. */
                readonly endedBy: string | null;
                /** @description In a row, since. */
                readonly failures: number;
                /** @description That the channel took: the system or the mail server, no person. */
                readonly messages: number;
                /**
                 * Format: date-time
                 * @description When it is tried next; null: not any more.
                 */
                readonly nextAt: string | null;
                /** @description Of the last try: TAKEN, or why not. */
                readonly outcome: string | null;
                readonly role: string;
                /** @description Of the ladder; null: the recipient was called because it is P1. */
                readonly step: number | null;
                /** Format: date-time */
                readonly takenAt: string | null;
                /** Format: date-time */
                readonly triedAt: string | null;
            }[];
            /** @description What is owed, the first first. */
            readonly clocks: readonly {
                /** Format: date-time */
                readonly countedFrom: string;
                /** Format: date-time */
                readonly dueAt: string;
                /**
                 * @description What is owed.
                 * @enum {string}
                 */
                readonly duty: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                readonly missed: boolean;
                /** Format: date-time */
                readonly warnAt: string;
            }[];
            /** @description Null to agencies that were called upon. */
            readonly from: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            } | null;
            /** @description Of the referral. */
            readonly id: string;
            /**
             * @description Null where no step was taken since the referral came (back) to life.
             * @enum {string|null}
             */
            readonly ladder: "OPEN" | "ANSWERED" | "DONE" | null;
            /** @description What comes if nobody does anything; null where nothing comes. */
            readonly next: {
                readonly clock: {
                    /** Format: date-time */
                    readonly at: string;
                    /**
                     * @description What is owed.
                     * @enum {string|null}
                     */
                    readonly duty: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN" | null;
                    /** @enum {string} */
                    readonly kind: "WARNING" | "MISSED" | "PRESERVATION_EXPIRING" | "EXPIRES";
                } | null;
                /** @description The desk that the last step waits for. */
                readonly opening: {
                    /** @description Null to agencies that are no party and were not called upon by that step. */
                    readonly agency: string | null;
                    /**
                     * Format: date-time
                     * @description When it opens, and is called.
                     */
                    readonly at: string;
                    readonly country: string;
                    readonly role: string;
                } | null;
                readonly step: {
                    /** Format: date-time */
                    readonly at: string;
                    /**
                     * @description What is owed.
                     * @enum {string}
                     */
                    readonly cause: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                    /**
                     * Format: date-time
                     * @description As hours are known now, nobody of the step is there at its time, and it can wait: when the first of its desks opens.
                     */
                    readonly opensAt: string | null;
                    readonly roles: readonly string[];
                    readonly step: number;
                    /** @description Whom it calls upon, in the words of the rules. */
                    readonly who: string;
                } | null;
            };
            /** @description What was missed and is not done. */
            readonly overdue: readonly {
                /** Format: date-time */
                readonly countedFrom: string;
                /**
                 * Format: date-time
                 * @description Since when it is overdue.
                 */
                readonly dueAt: string;
                /**
                 * @description What is owed.
                 * @enum {string}
                 */
                readonly duty: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                /**
                 * @description The level that drove when it was missed.
                 * @enum {string}
                 */
                readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                /** @description Who owes it, in the role of that level. */
                readonly responsible: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
                /** @description Rules with their version, such as `escalation/1`. */
                readonly rules: string | null;
            }[];
            /** @description An event of this referral waits for repair: what is shown may be behind. */
            readonly parked: boolean;
            readonly priority: {
                /** @description The sender objected to a lowering of P1, and nobody has decided. */
                readonly disputed: boolean;
                /** @enum {string|null} */
                readonly driving: "P1" | "P2" | "P3" | "P4" | null;
                /** @description A lowering of P1 that waits for a second person of the receiver, who alone is shown it. */
                readonly proposed: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                    /** @enum {string} */
                    readonly reason: "CHILD_SAFE_CONFIRMED" | "DUPLICATE_HANDLED_ELSEWHERE" | "SUSPECT_DETAINED" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | "UNKNOWN";
                } | null;
                readonly receiver: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                } | null;
                readonly sender: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                } | null;
            };
            /** @description Attempts to pass the case on that were refused, once an obstacle; for its recipient and the national contacts that were told. */
            readonly refusedOnward: readonly {
                /** @description Null while it is stuck: no national contact has answered. */
                readonly answer: {
                    /** Format: date-time */
                    readonly at: string;
                    /** @description The national contact that answered. */
                    readonly by: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    };
                    /** @description Of `NAMES_OTHER`: who is competent; that agency was not told. */
                    readonly competent: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    } | null;
                    /**
                     * @description How the case goes on.
                     * @enum {string}
                     */
                    readonly reply: "STAYS_WITH_HOLDER" | "TAKES_UP" | "NAMES_OTHER" | "NOT_PURSUED" | "UNKNOWN";
                    /** @description Rules with their version, such as `escalation/1`. */
                    readonly rules: string | null;
                } | null;
                /** Format: date-time */
                readonly at: string;
                /**
                 * @description What was in the way (vocabulary 2.4 I6).
                 * @enum {string}
                 */
                readonly cause: "HOP_LIMIT" | "CYCLE" | "UNKNOWN";
                /** @description The national contacts of both ends, who were told. */
                readonly contacts: readonly {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                }[];
                /** @description Who wanted to pass the case on. */
                readonly holder: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
                /**
                 * @description The level that drove it then.
                 * @enum {string}
                 */
                readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                /** @description Of `HOP_LIMIT`: how often a case may be handed on. */
                readonly limit: number | null;
                /** @description Where the case began; null where that is not known. */
                readonly originCountry: string | null;
                /** @description Rules with their version, such as `escalation/1`. */
                readonly rules: string | null;
                /** @description To whom; that agency was not told. */
                readonly to: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
                /** @description Countries of these in which nobody holds that role. */
                readonly unfilled: readonly string[];
            }[];
            /**
             * Format: date-time
             * @description When it came into this state.
             */
            readonly since: string;
            /**
             * @description vocabulary 2.2
             * @enum {string}
             */
            readonly status: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
            /** @description An exercise: never real work. */
            readonly synthetic: boolean;
            readonly to: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            /** @description Every step that was ever taken, in order. */
            readonly tried: readonly {
                /**
                 * Format: date-time
                 * @description When it was taken.
                 */
                readonly at: string;
                /** @description Whom it called upon, the first ones first. */
                readonly called: readonly {
                    /** @description Null to agencies that are no party and were not called upon by that step. */
                    readonly agency: string | null;
                    readonly country: string;
                    readonly role: string;
                }[];
                /**
                 * @description What it was taken for.
                 * @enum {string}
                 */
                readonly cause: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                /** @description Desks of the step that were closed then. */
                readonly closed: readonly {
                    /** @description Null to agencies that are no party and were not called upon by that step. */
                    readonly agency: string | null;
                    readonly country: string;
                    /**
                     * Format: date-time
                     * @description When it opened next; null: not within a year.
                     */
                    readonly opensAt: string | null;
                    /** @description true: others were called upon instead. false: it was called upon all the same, and is called when it opens (P3, P4), or at once since nobody else was there (P1, P2). */
                    readonly passedOver: boolean;
                    readonly role: string;
                }[];
                /** Format: date-time */
                readonly dueAt: string;
                /** @enum {string} */
                readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                /**
                 * @description `OPEN`: nobody has answered. `WENT_ON`: nobody had answered when the next step was taken. `ANSWERED`: by a person (`answers`). `DONE`: what it was taken for was done, or is not owed any more.
                 * @enum {string}
                 */
                readonly outcome: "OPEN" | "WENT_ON" | "ANSWERED" | "DONE";
                /** @description Rules with their version, such as `escalation/1`. */
                readonly rules: string | null;
                /** @description Step of the ladder, from 1. */
                readonly step: number;
                /** @description Roles of the step that nobody holds there. */
                readonly unfilled: readonly string[];
            }[];
            readonly voiceContact: {
                readonly calls: readonly {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    /** @enum {string} */
                    readonly result: "REACHED" | "CALL_BACK_PROMISED" | "NO_ANSWER" | "NUMBER_FAILED" | "UNKNOWN";
                }[];
                /** @description Somebody was reached by telephone, or will call back. */
                readonly recorded: boolean;
            };
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "status": "RECEIVED",
         *           "since": "2026-11-24T08:30:02.411Z",
         *           "from": {
         *             "agency": "US-CLEAR",
         *             "role": "CLEARINGHOUSE",
         *             "country": "US"
         *           },
         *           "to": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "ladder": "OPEN",
         *           "priority": {
         *             "driving": "P1",
         *             "sender": {
         *               "level": "P1",
         *               "reasons": [
         *                 "LIVE_ABUSE"
         *               ]
         *             },
         *             "receiver": null,
         *             "proposed": null,
         *             "disputed": false
         *           },
         *           "voiceContact": {
         *             "recorded": false,
         *             "calls": [
         *               {
         *                 "at": "2026-11-24T08:41:00.000Z",
         *                 "by": "US-CLEAR",
         *                 "result": "NO_ANSWER"
         *               }
         *             ]
         *           },
         *           "tried": [
         *             {
         *               "step": 1,
         *               "at": "2026-11-24T08:45:00.310Z",
         *               "dueAt": "2026-11-24T08:45:00.125Z",
         *               "cause": "ACKNOWLEDGE",
         *               "level": "P1",
         *               "called": [
         *                 {
         *                   "agency": "PH-WCPC",
         *                   "role": "LE_UNIT",
         *                   "country": "PH"
         *                 }
         *               ],
         *               "unfilled": [
         *                 "POC_247"
         *               ],
         *               "closed": [
         *                 {
         *                   "agency": "PH-WCPC",
         *                   "role": "LE_UNIT",
         *                   "country": "PH",
         *                   "opensAt": "2026-11-25T00:00:00.000Z",
         *                   "passedOver": false
         *                 }
         *               ],
         *               "outcome": "OPEN",
         *               "rules": "escalation/1"
         *             }
         *           ],
         *           "calls": [
         *             {
         *               "step": 1,
         *               "cause": "ACKNOWLEDGE",
         *               "agency": "PH-WCPC",
         *               "role": "LE_UNIT",
         *               "channel": "SMTP",
         *               "messages": 1,
         *               "failures": 0,
         *               "outcome": "TAKEN",
         *               "triedAt": "2026-11-24T08:45:00.902Z",
         *               "takenAt": "2026-11-24T08:45:00.902Z",
         *               "nextAt": "2026-11-24T08:50:12.004Z",
         *               "endedBy": null
         *             }
         *           ],
         *           "answers": [],
         *           "refusedOnward": [],
         *           "overdue": [
         *             {
         *               "duty": "VOICE_CONTACT",
         *               "level": "P1",
         *               "countedFrom": "2026-11-24T08:30:00.125Z",
         *               "dueAt": "2026-11-24T08:45:00.125Z",
         *               "responsible": {
         *                 "agency": "PH-WCPC",
         *                 "role": "LE_UNIT",
         *                 "country": "PH"
         *               },
         *               "rules": "escalation/1"
         *             }
         *           ],
         *           "clocks": [
         *             {
         *               "duty": "VOICE_CONTACT",
         *               "countedFrom": "2026-11-24T08:30:00.125Z",
         *               "warnAt": "2026-11-24T08:40:00.125Z",
         *               "dueAt": "2026-11-24T08:45:00.125Z",
         *               "missed": true
         *             },
         *             {
         *               "duty": "ACKNOWLEDGE",
         *               "countedFrom": "2026-11-24T08:30:00.125Z",
         *               "warnAt": "2026-11-24T08:45:00.125Z",
         *               "dueAt": "2026-11-24T09:00:00.125Z",
         *               "missed": false
         *             }
         *           ],
         *           "next": {
         *             "step": {
         *               "step": 2,
         *               "at": "2026-11-24T09:00:00.125Z",
         *               "cause": "ACKNOWLEDGE",
         *               "who": "alternate contact in the same country",
         *               "roles": [
         *                 "POC_247",
         *                 "NCP_LE",
         *                 "LE_UNIT"
         *               ],
         *               "opensAt": null
         *             },
         *             "opening": null,
         *             "clock": {
         *               "kind": "MISSED",
         *               "duty": "ACKNOWLEDGE",
         *               "at": "2026-11-24T09:00:00.125Z"
         *             }
         *           },
         *           "synthetic": false,
         *           "parked": false
         *         }
         *       ],
         *       "next": null,
         *       "incomplete": false
         *     }
         */
        readonly EscalationList: {
            /** @description A referral that may belong here is left out, since its very first event waits for repair (the feed names it in `missing`), or since the view is being built anew. */
            readonly incomplete: boolean;
            readonly items: readonly components["schemas"]["Escalation"][];
            /** @description Cursor of the next page, null on the last. */
            readonly next: string | null;
        };
        /**
         * @example {
         *       "exercise": {
         *         "id": "EX-2026-NIGHT",
         *         "name": "Night shift",
         *         "status": "ENDED",
         *         "since": "2026-11-24T18:00:00.000Z",
         *         "participants": [
         *           "GB-HOTLINE",
         *           "NL-HOTLINE",
         *           "PH-WCPC"
         *         ]
         *       },
         *       "referrals": 240,
         *       "complete": true,
         *       "byState": {
         *         "ACCEPTED": 180,
         *         "REJECTED": 60
         *       },
         *       "byPriority": {
         *         "P1": 10,
         *         "P3": 230
         *       },
         *       "steps": [
         *         {
         *           "from": "SUBMITTED",
         *           "to": "RECEIVED",
         *           "count": 240,
         *           "median": 1.2,
         *           "p90": 4,
         *           "longest": 31
         *         }
         *       ],
         *       "rules": "escalation/1",
         *       "gradings": [],
         *       "lessons": [
         *         {
         *           "ruleIds": [
         *             "R1.5"
         *           ],
         *           "finding": "RULE_UNCLEAR",
         *           "text": "Two desks read the grounds for a partial acceptance in two ways.",
         *           "change": null,
         *           "at": "2026-11-24T18:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        readonly ExerciseReport: {
            readonly byPriority: {
                readonly [key: string]: number;
            };
            readonly byState: {
                readonly [key: string]: number;
            };
            /** @description False where the exercise has more referrals than a report takes in. */
            readonly complete: boolean;
            readonly exercise: {
                readonly id: string;
                readonly name: string;
                readonly participants: readonly string[];
                /** Format: date-time */
                readonly since: string;
                /** @enum {string} */
                readonly status: "RUNNING" | "ENDED";
            };
            /** @description How far two agencies agree on the same cases (vocabulary 9). */
            readonly gradings: readonly {
                readonly agencies: readonly (string)[];
                /** @description That both graded, neither shown what the other had made of it. */
                readonly cases: number;
                readonly differences: readonly {
                    /** @description The practical example of that level, as `rules` have it: what needs better words. */
                    readonly example: {
                        readonly code: string;
                        readonly text: string;
                    } | null;
                    /**
                     * @description The level that the case stands for.
                     * @enum {string}
                     */
                    readonly expected: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                    readonly grades: readonly (("P1" | "P2" | "P3" | "P4" | "UNKNOWN") | ("P1" | "P2" | "P3" | "P4" | "UNKNOWN"))[];
                    /** @description As the case was handed out. */
                    readonly reference: string;
                }[];
                /** @description Part that would be alike by chance. */
                readonly expected: number;
                /** @description Cohen's κ; null where one grade was given to all. */
                readonly kappa: number | null;
                /** @description Part of them that both graded alike. */
                readonly observed: number;
                /** @description Null where there is no κ, or not of all 20 cases. */
                readonly reached: boolean | null;
                /** @description Left out: cases that both graded, and one was shown the level that the other gave. */
                readonly shown: number;
                readonly target: number;
            }[];
            readonly lessons: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly change: string | null;
                /** @enum {string} */
                readonly finding: "RULE_UNCLEAR" | "RULE_MISSING" | "RULE_TOO_STRICT" | "RULE_TOO_LOOSE" | "CLOCK_MISSED" | "EXAMPLE_NEEDED" | "TRAINING_NEEDED" | "TOOL_DEFECT" | "WORKED_WELL" | "UNKNOWN";
                readonly ruleIds: readonly string[];
                readonly text: string;
            }[];
            readonly referrals: number;
            /** @description Of urgency, which have the examples that gradings name. */
            readonly rules: string;
            /** @description Seconds from one state to the next. */
            readonly steps: readonly {
                readonly count: number;
                /** @enum {string} */
                readonly from: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                readonly longest: number;
                readonly median: number;
                readonly p90: number;
                /** @enum {string} */
                readonly to: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
            }[];
        };
        /**
         * @example {
         *       "agency": "PH-WCPC",
         *       "role": "LE_UNIT",
         *       "since": "2026-11-24T09:12:44.310Z"
         *     }
         */
        readonly FeedDelegate: {
            readonly agency: string;
            /** @description The role in which it reads; null: it may not read. */
            readonly role: string | null;
            /** Format: date-time */
            readonly since: string | null;
        };
        /**
         * @example {
         *       "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
         *       "type": "ReferralAccepted",
         *       "referral": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "at": "2026-11-24T09:12:44.310Z",
         *       "synthetic": false,
         *       "viewpoint": "SENDER",
         *       "history": false,
         *       "lapses": false,
         *       "actor": {
         *         "agency": "PH-WCPC",
         *         "role": "LE_UNIT",
         *         "country": "PH",
         *         "person": null
         *       },
         *       "data": {
         *         "by": "PH-WCPC",
         *         "scope": "FULL",
         *         "reason": null
         *       },
         *       "position": "MTd-MjA0fjIwNC4yMDE"
         *     }
         */
        readonly FeedItem: {
            /** @description Null where the agency is not told who said it, as the sender of a case it is called upon for. */
            readonly actor: {
                readonly agency: string;
                readonly country: string;
                /** @description Opaque reference; null for other agencies' people. */
                readonly person: string | null;
                readonly role: string;
            } | null;
            /**
             * Format: date-time
             * @description When the bus accepted it.
             */
            readonly at: string;
            /** @description Codes and references of the event. */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** @description It happened before the agency could see the referral. */
            readonly history: boolean;
            /**
             * Format: uuid
             * @description Of the event. What is told again has the same id.
             */
            readonly id: string;
            /** @description Seen by what ends, a grant or a call; what has ended is told no more. */
            readonly lapses: boolean;
            /** @description As `Bus-Min-Position`: a read that shows the referral with this event, or answers 425. */
            readonly position: string;
            readonly referral: string;
            /** @description An exercise: never real work. */
            readonly synthetic: boolean;
            /** @description Name of the event (vocabulary 10). */
            readonly type: string;
            /**
             * @description As what the agency sees the referral: a party, or by a grant its case, or its state and outcome only; CONSULTED: what is said of a consultation of its country, and nothing else.
             * @enum {string}
             */
            readonly viewpoint: "SENDER" | "RECIPIENT" | "CASE" | "STATE" | "CONSULTED";
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
         *           "type": "ReferralAccepted",
         *           "referral": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "at": "2026-11-24T09:12:44.310Z",
         *           "synthetic": false,
         *           "viewpoint": "SENDER",
         *           "history": false,
         *           "lapses": false,
         *           "actor": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH",
         *             "person": null
         *           },
         *           "data": {
         *             "by": "PH-WCPC",
         *             "scope": "FULL",
         *             "reason": null
         *           },
         *           "position": "MTd-MjA0fjIwNC4yMDE"
         *         }
         *       ],
         *       "next": "qIbFgW3aVgkMMWg6NW8",
         *       "missing": []
         *     }
         */
        readonly FeedPage: {
            readonly items: readonly components["schemas"]["FeedItem"][];
            /** @description What happened and is not in the feed yet. */
            readonly missing: readonly ({
                /** @enum {string} */
                readonly reason: "REFERRAL_PARKED";
                /** @description An event of it waits for repair, perhaps its first; that event and what follows it come later. */
                readonly referral: string;
            } | {
                /** @description Nothing of this lane (the number in the ids of its referrals) comes until a person has looked. */
                readonly lane: number;
                /** @enum {string} */
                readonly reason: "LANE_STOPPED";
            } | {
                /** @description An event of this lane is not in the log yet and was asked for again; it and what follows come later. */
                readonly lane: number;
                /** @enum {string} */
                readonly reason: "LANE_STALLED";
            })[];
            /** @description Cursor after these items: good for ever, for this agency. */
            readonly next: string;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "status": "IN_PROGRESS",
         *           "since": "2026-11-24T10:02:01.007Z",
         *           "reasons": [],
         *           "holder": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "times": {
         *             "received": "2026-11-24T08:30:02.411Z",
         *             "acknowledged": "2026-11-24T08:55:13.090Z",
         *             "accepted": "2026-11-24T09:12:44.310Z",
         *             "outcome": null,
         *             "ended": null
         *           },
         *           "priority": {
         *             "driving": "P3",
         *             "sender": {
         *               "level": "P3",
         *               "reasons": [
         *                 "IDENTIFIED_SUSPECT"
         *               ]
         *             },
         *             "receiver": null
         *           },
         *           "acceptance": {
         *             "scope": "CONDITIONAL",
         *             "reason": "HARMS_INVESTIGATION",
         *             "conditions": [
         *               "CONSULT_BEFORE_ACTION"
         *             ]
         *           },
         *           "rejection": null,
         *           "hold": null,
         *           "delay": null,
         *           "extradition": null,
         *           "open": {
         *             "information": null,
         *             "withdrawal": {
         *               "reason": "FACTS_DISPROVED",
         *               "at": "2026-11-24T11:40:00.512Z"
         *             },
         *             "consultation": null
         *           },
         *           "consulted": null,
         *           "onward": null,
         *           "returned": null,
         *           "submittedAt": "2026-11-24T08:30:00.125Z",
         *           "from": {
         *             "agency": "US-CLEAR",
         *             "role": "CLEARINGHOUSE",
         *             "country": "US"
         *           },
         *           "to": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "version": 1,
         *           "reference": "CLEAR-2026-004411",
         *           "reporter": {
         *             "company": "Example Platform Ltd",
         *             "role": "INDUSTRY_TS"
         *           },
         *           "incident": {
         *             "offenceType": "SOLICITATION",
         *             "modifiers": [
         *               "FINANCIAL_EXTORTION"
         *             ],
         *             "occurredAt": "2026-11-23T21:05:00.000Z",
         *             "zone": "Asia/Manila"
         *           },
         *           "files": [
         *             {
         *               "kind": "CHAT_LOG",
         *               "count": 2
         *             }
         *           ],
         *           "nexus": [
         *             {
         *               "country": "PH",
         *               "basis": "VICTIM_PRESENT",
         *               "confidence": "MEDIUM"
         *             }
         *           ],
         *           "evidence": [],
         *           "crossBorder": null,
         *           "procedureRequested": null,
         *           "delivery": {
         *             "step": "ACKNOWLEDGED",
         *             "at": "2026-11-24T08:55:13.090Z",
         *             "late": false
         *           },
         *           "hop": 0,
         *           "origin": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "parent": null,
         *           "bundle": null,
         *           "synthetic": false,
         *           "availableAt": "2026-11-24T08:30:00.410Z",
         *           "parked": false,
         *           "overdue": [
         *             {
         *               "duty": "VOICE_CONTACT",
         *               "level": "P1",
         *               "countedFrom": "2026-11-24T08:30:00.125Z",
         *               "dueAt": "2026-11-24T08:45:00.125Z",
         *               "responsible": {
         *                 "agency": "PH-WCPC",
         *                 "role": "LE_UNIT",
         *                 "country": "PH"
         *               },
         *               "rules": "escalation/1"
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null,
         *       "incomplete": false
         *     }
         */
        readonly OverdueList: {
            /** @description A referral that may belong here is left out, since its very first event waits for repair (the feed names it in `missing`), or since the view is being built anew. */
            readonly incomplete: boolean;
            readonly items: readonly {
                readonly acceptance: {
                    /** @description Of a conditional acceptance (vocabulary 4.3); null where only state and outcome were opened to the caller. */
                    readonly conditions: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY" | "UNKNOWN")[] | null;
                    /** @enum {string|null} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN" | null;
                    /** @enum {string} */
                    readonly scope: "FULL" | "PARTIAL" | "CONDITIONAL" | "UNKNOWN";
                } | null;
                /**
                 * Format: date-time
                 * @description When it came to be readable here.
                 */
                readonly availableAt: string;
                readonly bundle: {
                    readonly bundle: string;
                    /** @description Null where the caller may not know of that referral. */
                    readonly lead: string | null;
                } | null;
                /** @description What the last consultation came to. */
                readonly consulted: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly lead: string | null;
                    /** @enum {string} */
                    readonly result: "LEAD_AGREED" | "JOINT_CASE" | "PARALLEL_WITH_COORDINATION" | "ONE_STOPS" | "NO_AGREEMENT" | "UNKNOWN";
                } | null;
                readonly crossBorder: {
                    readonly childDefinitionConflict: boolean | null;
                    /** @enum {string|null} */
                    readonly dualCriminality: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | "UNKNOWN" | null;
                    /** @enum {string|null} */
                    readonly dualCriminalityWaiver: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | "UNKNOWN" | null;
                    /** @enum {string|null} */
                    readonly extraditionFlag: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
                    readonly types: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD" | "UNKNOWN")[];
                } | null;
                /** @description The last warning of the receiver. */
                readonly delay: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly impossible: boolean;
                    /** @enum {string} */
                    readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION" | "UNKNOWN";
                    /** Format: date-time */
                    readonly until: string | null;
                } | null;
                /** @description How far it got on its way to the receiver; for its parties. Null to others, and where none is kept of it. */
                readonly delivery: {
                    /** Format: date-time */
                    readonly at: string;
                    /** @description A step was reached after its time, or its time passed without it. */
                    readonly late: boolean;
                    /**
                     * @description The last step that is known to be reached.
                     * @enum {string}
                     */
                    readonly step: "ACCEPTED" | "RELAYED" | "AVAILABLE" | "RETRIEVED" | "ACKNOWLEDGED";
                } | null;
                /** @description By reference: evidence stays with its holder. */
                readonly evidence: readonly {
                    readonly holder: string;
                    /** @enum {string} */
                    readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER" | "UNKNOWN";
                    readonly mediaType: string | null;
                    readonly reference: string;
                    /** @description Hex; of documents of allowed kinds only. */
                    readonly sha256: string | null;
                    readonly size: number | null;
                }[];
                /** @enum {string|null} */
                readonly extradition: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
                readonly files: readonly {
                    readonly count: number;
                    /** @enum {string} */
                    readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER" | "UNKNOWN";
                }[];
                readonly from: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
                readonly hold: {
                    /** @enum {string} */
                    readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION" | "UNKNOWN";
                    /** Format: date-time */
                    readonly reviewAt: string;
                } | null;
                /** @description Who has it on this leg (I1); null once it ended or went on. */
                readonly holder: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                } | null;
                /** @description How often the case was handed on to come here. */
                readonly hop: number;
                readonly id: string;
                /** @description Null where only state and outcome were opened to the caller. */
                readonly incident: {
                    readonly modifiers: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED" | "UNKNOWN")[];
                    /** Format: date-time */
                    readonly occurredAt: string | null;
                    /** @enum {string} */
                    readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA" | "UNKNOWN";
                    readonly zone: string | null;
                } | null;
                readonly nexus: readonly {
                    /** @enum {string} */
                    readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                    /** @enum {string} */
                    readonly confidence: "LOW" | "MEDIUM" | "HIGH" | "UNKNOWN";
                    readonly country: string;
                }[];
                /** @description Where the case went (I2), or is offered to. */
                readonly onward: {
                    /** Format: date-time */
                    readonly at: string;
                    /** @description Null where the caller may not know of that referral. */
                    readonly leg: string | null;
                    readonly offered: boolean;
                    readonly to: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    };
                } | null;
                /** @description What was asked and is not answered yet. */
                readonly open: {
                    readonly consultation: {
                        /** Format: date-time */
                        readonly at: string;
                        readonly bases: readonly ("OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN")[];
                        readonly countries: readonly string[];
                        readonly opener: {
                            readonly agency: string;
                            readonly country: string;
                            readonly role: string;
                        };
                    } | null;
                    readonly information: {
                        /** Format: date-time */
                        readonly at: string;
                        readonly types: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER" | "UNKNOWN")[];
                        /** Format: date-time */
                        readonly wantedBy: string | null;
                    } | null;
                    readonly withdrawal: {
                        /** Format: date-time */
                        readonly at: string;
                        /** @enum {string} */
                        readonly reason: "NO_LONGER_NEEDED" | "WRONG_RECIPIENT" | "DUPLICATE_HANDLED_ELSEWHERE" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | "VICTIM_WITHDREW" | "UNKNOWN";
                    } | null;
                };
                /** @description Null where the caller may not know of that referral. */
                readonly origin: string | null;
                /** @description Clocks that were missed, the longest overdue first: which, since when, whose. */
                readonly overdue: readonly {
                    /** Format: date-time */
                    readonly countedFrom: string;
                    /**
                     * Format: date-time
                     * @description Since when it is overdue.
                     */
                    readonly dueAt: string;
                    /**
                     * @description What is owed.
                     * @enum {string}
                     */
                    readonly duty: "ACKNOWLEDGE" | "FIRST_ACTION" | "FIRST_ACTION_LIMIT" | "STATUS_UPDATE" | "PRESERVATION" | "SAFEGUARDING" | "VOICE_CONTACT" | "REVIEW" | "EXPIRY" | "UNKNOWN";
                    /**
                     * @description The level that drove when it was missed.
                     * @enum {string}
                     */
                    readonly level: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
                    /** @description Who owes it, in the role of that level. */
                    readonly responsible: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    };
                    /** @description Rules with their version, such as `escalation/1`. */
                    readonly rules: string | null;
                }[];
                /** @description Null where the caller may not know of that referral. */
                readonly parent: string | null;
                /** @description An event of this referral waits for repair: what is shown may be behind. */
                readonly parked: boolean;
                readonly priority: {
                    /**
                     * @description The level that drives: the higher of both until the receiver, or the higher role, has decided by a person.
                     * @enum {string|null}
                     */
                    readonly driving: "P1" | "P2" | "P3" | "P4" | null;
                    readonly receiver: {
                        /** @enum {string} */
                        readonly level: "P1" | "P2" | "P3" | "P4";
                        readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                    } | null;
                    readonly sender: {
                        /** @enum {string} */
                        readonly level: "P1" | "P2" | "P3" | "P4";
                        readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                    } | null;
                };
                /** @description The sender's own reference. */
                readonly procedureRequested: string | null;
                /** @description Codes with which it came into this state. */
                readonly reasons: readonly string[];
                /** @description The sender's own administrative reference. */
                readonly reference: string | null;
                readonly rejection: {
                    /** @description Null where the caller may not know of that referral. */
                    readonly duplicateOf: string | null;
                    readonly partialConsidered: boolean;
                    /** @enum {string} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN";
                    readonly suggested: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    } | null;
                } | null;
                readonly reporter: {
                    readonly company: string;
                    readonly role: string;
                } | null;
                /** @description What came back from there, until the receiver goes on. */
                readonly returned: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    /** @enum {string} */
                    readonly cause: "REJECTED" | "EXPIRED" | "WITHDRAWN" | "ENTERED_IN_ERROR" | "UNDELIVERABLE" | "UNKNOWN";
                    /** @description Null where the caller may not know of that referral. */
                    readonly leg: string | null;
                    /** @enum {string|null} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN" | null;
                } | null;
                /**
                 * Format: date-time
                 * @description When it came into this state.
                 */
                readonly since: string;
                /**
                 * @description vocabulary 2.2
                 * @enum {string}
                 */
                readonly status: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** Format: date-time */
                readonly submittedAt: string;
                /** @description An exercise: never real work. */
                readonly synthetic: boolean;
                readonly times: {
                    /** Format: date-time */
                    readonly accepted: string | null;
                    /** Format: date-time */
                    readonly acknowledged: string | null;
                    /** Format: date-time */
                    readonly ended: string | null;
                    /**
                     * Format: date-time
                     * @description The last report.
                     */
                    readonly outcome: string | null;
                    /** Format: date-time */
                    readonly received: string | null;
                };
                readonly to: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
                /** @description Of the submission; corrections and supplements raise it. */
                readonly version: number;
            }[];
            /** @description Cursor of the next page, null on the last. */
            readonly next: string | null;
        };
        readonly Part: {
            /**
             * Format: uuid
             * @description The part that it adds to; null: the submission.
             */
            readonly about: string | null;
            readonly answered: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER" | "UNKNOWN")[];
            /** Format: date-time */
            readonly at: string;
            readonly by: string;
            /** @description Said on an earlier leg, and carried on by the bus. */
            readonly carried: boolean;
            readonly crossBorder: {
                readonly childDefinitionConflict: boolean | null;
                /** @enum {string|null} */
                readonly dualCriminality: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly dualCriminalityWaiver: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly extraditionFlag: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
                readonly types: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD" | "UNKNOWN")[];
            } | null;
            /** @description By reference: evidence stays with its holder. */
            readonly evidence: readonly {
                readonly holder: string;
                /** @enum {string} */
                readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER" | "UNKNOWN";
                readonly mediaType: string | null;
                readonly reference: string;
                /** @description Hex; of documents of allowed kinds only. */
                readonly sha256: string | null;
                readonly size: number | null;
            }[];
            /** @enum {string|null} */
            readonly extradition: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
            readonly files: readonly {
                readonly count: number;
                /** @enum {string} */
                readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER" | "UNKNOWN";
            }[];
            /**
             * Format: uuid
             * @description Of the event: what corrections name it by.
             */
            readonly id: string;
            /**
             * Format: date-time
             * @description Since when it counts no more.
             */
            readonly inErrorAt: string | null;
            /** @enum {string} */
            readonly kind: "INFORMATION" | "SUPPLEMENT" | "OUTCOME";
            readonly modifiers: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED" | "UNKNOWN")[];
            readonly nexus: readonly {
                /** @enum {string} */
                readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                /** @enum {string} */
                readonly confidence: "LOW" | "MEDIUM" | "HIGH" | "UNKNOWN";
                readonly country: string;
            }[];
            /** @description When and how sure is null where the class of outcome alone is for the caller. */
            readonly outcomes: readonly {
                /** @enum {string|null} */
                readonly accuracy: "CONFIRMED" | "DIRECT_KNOWLEDGE" | "CORROBORATED" | "UNCORROBORATED" | "IMPROBABLE" | "UNKNOWN" | null;
                /** Format: date */
                readonly on: string | null;
                /** @enum {string} */
                readonly outcome: "CHILD_SAFEGUARDED" | "CHILD_IDENTIFIED" | "CHILD_LOCATED_ABROAD" | "SUSPECT_IDENTIFIED" | "SUSPECT_ARRESTED" | "CHARGED" | "CONVICTED" | "ACQUITTED" | "CONTENT_REMOVED" | "ACCOUNT_ACTIONED" | "EVIDENCE_PRESERVED" | "LINKED_TO_EXISTING" | "INTELLIGENCE_ONLY" | "NO_OFFENCE" | "UNFOUNDED" | "UNABLE_TO_IDENTIFY" | "NOT_PURSUED" | "UNKNOWN";
            }[];
            readonly unavailable: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER" | "UNKNOWN")[];
            readonly version: number;
        };
        /**
         * @example {
         *       "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "status": "IN_PROGRESS",
         *       "since": "2026-11-24T10:02:01.007Z",
         *       "reasons": [],
         *       "holder": {
         *         "agency": "PH-WCPC",
         *         "role": "LE_UNIT",
         *         "country": "PH"
         *       },
         *       "times": {
         *         "received": "2026-11-24T08:30:02.411Z",
         *         "acknowledged": "2026-11-24T08:55:13.090Z",
         *         "accepted": "2026-11-24T09:12:44.310Z",
         *         "outcome": null,
         *         "ended": null
         *       },
         *       "priority": {
         *         "driving": "P3",
         *         "sender": {
         *           "level": "P3",
         *           "reasons": [
         *             "IDENTIFIED_SUSPECT"
         *           ]
         *         },
         *         "receiver": null
         *       },
         *       "acceptance": {
         *         "scope": "CONDITIONAL",
         *         "reason": "HARMS_INVESTIGATION",
         *         "conditions": [
         *           "CONSULT_BEFORE_ACTION"
         *         ]
         *       },
         *       "rejection": null,
         *       "hold": null,
         *       "delay": null,
         *       "extradition": null,
         *       "open": {
         *         "information": null,
         *         "withdrawal": {
         *           "reason": "FACTS_DISPROVED",
         *           "at": "2026-11-24T11:40:00.512Z"
         *         },
         *         "consultation": null
         *       },
         *       "consulted": null,
         *       "onward": null,
         *       "returned": null,
         *       "submittedAt": "2026-11-24T08:30:00.125Z",
         *       "from": {
         *         "agency": "US-CLEAR",
         *         "role": "CLEARINGHOUSE",
         *         "country": "US"
         *       },
         *       "to": {
         *         "agency": "PH-WCPC",
         *         "role": "LE_UNIT",
         *         "country": "PH"
         *       },
         *       "version": 1,
         *       "reference": "CLEAR-2026-004411",
         *       "reporter": {
         *         "company": "Example Platform Ltd",
         *         "role": "INDUSTRY_TS"
         *       },
         *       "incident": {
         *         "offenceType": "SOLICITATION",
         *         "modifiers": [
         *           "FINANCIAL_EXTORTION"
         *         ],
         *         "occurredAt": "2026-11-23T21:05:00.000Z",
         *         "zone": "Asia/Manila"
         *       },
         *       "files": [
         *         {
         *           "kind": "CHAT_LOG",
         *           "count": 2
         *         }
         *       ],
         *       "nexus": [
         *         {
         *           "country": "PH",
         *           "basis": "VICTIM_PRESENT",
         *           "confidence": "MEDIUM"
         *         }
         *       ],
         *       "evidence": [],
         *       "crossBorder": null,
         *       "procedureRequested": null,
         *       "delivery": {
         *         "step": "ACKNOWLEDGED",
         *         "at": "2026-11-24T08:55:13.090Z",
         *         "late": false
         *       },
         *       "hop": 0,
         *       "origin": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *       "parent": null,
         *       "bundle": null,
         *       "synthetic": false,
         *       "availableAt": "2026-11-24T08:30:00.410Z",
         *       "parked": false
         *     }
         */
        readonly Referral: {
            readonly acceptance: {
                /** @description Of a conditional acceptance (vocabulary 4.3); null where only state and outcome were opened to the caller. */
                readonly conditions: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY" | "UNKNOWN")[] | null;
                /** @enum {string|null} */
                readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN" | null;
                /** @enum {string} */
                readonly scope: "FULL" | "PARTIAL" | "CONDITIONAL" | "UNKNOWN";
            } | null;
            /**
             * Format: date-time
             * @description When it came to be readable here.
             */
            readonly availableAt: string;
            readonly bundle: {
                readonly bundle: string;
                /** @description Null where the caller may not know of that referral. */
                readonly lead: string | null;
            } | null;
            /** @description What the last consultation came to. */
            readonly consulted: {
                /** Format: date-time */
                readonly at: string;
                readonly lead: string | null;
                /** @enum {string} */
                readonly result: "LEAD_AGREED" | "JOINT_CASE" | "PARALLEL_WITH_COORDINATION" | "ONE_STOPS" | "NO_AGREEMENT" | "UNKNOWN";
            } | null;
            readonly crossBorder: {
                readonly childDefinitionConflict: boolean | null;
                /** @enum {string|null} */
                readonly dualCriminality: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly dualCriminalityWaiver: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | "UNKNOWN" | null;
                /** @enum {string|null} */
                readonly extraditionFlag: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
                readonly types: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD" | "UNKNOWN")[];
            } | null;
            /** @description The last warning of the receiver. */
            readonly delay: {
                /** Format: date-time */
                readonly at: string;
                readonly impossible: boolean;
                /** @enum {string} */
                readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION" | "UNKNOWN";
                /** Format: date-time */
                readonly until: string | null;
            } | null;
            /** @description How far it got on its way to the receiver; for its parties. Null to others, and where none is kept of it. */
            readonly delivery: {
                /** Format: date-time */
                readonly at: string;
                /** @description A step was reached after its time, or its time passed without it. */
                readonly late: boolean;
                /**
                 * @description The last step that is known to be reached.
                 * @enum {string}
                 */
                readonly step: "ACCEPTED" | "RELAYED" | "AVAILABLE" | "RETRIEVED" | "ACKNOWLEDGED";
            } | null;
            /** @description By reference: evidence stays with its holder. */
            readonly evidence: readonly {
                readonly holder: string;
                /** @enum {string} */
                readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER" | "UNKNOWN";
                readonly mediaType: string | null;
                readonly reference: string;
                /** @description Hex; of documents of allowed kinds only. */
                readonly sha256: string | null;
                readonly size: number | null;
            }[];
            /** @enum {string|null} */
            readonly extradition: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | "UNKNOWN" | null;
            readonly files: readonly {
                readonly count: number;
                /** @enum {string} */
                readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER" | "UNKNOWN";
            }[];
            readonly from: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            readonly hold: {
                /** @enum {string} */
                readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION" | "UNKNOWN";
                /** Format: date-time */
                readonly reviewAt: string;
            } | null;
            /** @description Who has it on this leg (I1); null once it ended or went on. */
            readonly holder: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            } | null;
            /** @description How often the case was handed on to come here. */
            readonly hop: number;
            readonly id: string;
            /** @description Null where only state and outcome were opened to the caller. */
            readonly incident: {
                readonly modifiers: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED" | "UNKNOWN")[];
                /** Format: date-time */
                readonly occurredAt: string | null;
                /** @enum {string} */
                readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA" | "UNKNOWN";
                readonly zone: string | null;
            } | null;
            readonly nexus: readonly {
                /** @enum {string} */
                readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                /** @enum {string} */
                readonly confidence: "LOW" | "MEDIUM" | "HIGH" | "UNKNOWN";
                readonly country: string;
            }[];
            /** @description Where the case went (I2), or is offered to. */
            readonly onward: {
                /** Format: date-time */
                readonly at: string;
                /** @description Null where the caller may not know of that referral. */
                readonly leg: string | null;
                readonly offered: boolean;
                readonly to: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                };
            } | null;
            /** @description What was asked and is not answered yet. */
            readonly open: {
                readonly consultation: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly bases: readonly ("OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN")[];
                    readonly countries: readonly string[];
                    readonly opener: {
                        readonly agency: string;
                        readonly country: string;
                        readonly role: string;
                    };
                } | null;
                readonly information: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly types: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER" | "UNKNOWN")[];
                    /** Format: date-time */
                    readonly wantedBy: string | null;
                } | null;
                readonly withdrawal: {
                    /** Format: date-time */
                    readonly at: string;
                    /** @enum {string} */
                    readonly reason: "NO_LONGER_NEEDED" | "WRONG_RECIPIENT" | "DUPLICATE_HANDLED_ELSEWHERE" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | "VICTIM_WITHDREW" | "UNKNOWN";
                } | null;
            };
            /** @description Null where the caller may not know of that referral. */
            readonly origin: string | null;
            /** @description Null where the caller may not know of that referral. */
            readonly parent: string | null;
            /** @description An event of this referral waits for repair: what is shown may be behind. */
            readonly parked: boolean;
            readonly priority: {
                /**
                 * @description The level that drives: the higher of both until the receiver, or the higher role, has decided by a person.
                 * @enum {string|null}
                 */
                readonly driving: "P1" | "P2" | "P3" | "P4" | null;
                readonly receiver: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                } | null;
                readonly sender: {
                    /** @enum {string} */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL" | "UNKNOWN")[];
                } | null;
            };
            /** @description The sender's own reference. */
            readonly procedureRequested: string | null;
            /** @description Codes with which it came into this state. */
            readonly reasons: readonly string[];
            /** @description The sender's own administrative reference. */
            readonly reference: string | null;
            readonly rejection: {
                /** @description Null where the caller may not know of that referral. */
                readonly duplicateOf: string | null;
                readonly partialConsidered: boolean;
                /** @enum {string} */
                readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN";
                readonly suggested: {
                    readonly agency: string;
                    readonly country: string;
                    readonly role: string;
                } | null;
            } | null;
            readonly reporter: {
                readonly company: string;
                readonly role: string;
            } | null;
            /** @description What came back from there, until the receiver goes on. */
            readonly returned: {
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                /** @enum {string} */
                readonly cause: "REJECTED" | "EXPIRED" | "WITHDRAWN" | "ENTERED_IN_ERROR" | "UNDELIVERABLE" | "UNKNOWN";
                /** @description Null where the caller may not know of that referral. */
                readonly leg: string | null;
                /** @enum {string|null} */
                readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | "UNKNOWN" | null;
            } | null;
            /**
             * Format: date-time
             * @description When it came into this state.
             */
            readonly since: string;
            /**
             * @description vocabulary 2.2
             * @enum {string}
             */
            readonly status: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
            /** Format: date-time */
            readonly submittedAt: string;
            /** @description An exercise: never real work. */
            readonly synthetic: boolean;
            readonly times: {
                /** Format: date-time */
                readonly accepted: string | null;
                /** Format: date-time */
                readonly acknowledged: string | null;
                /** Format: date-time */
                readonly ended: string | null;
                /**
                 * Format: date-time
                 * @description The last report.
                 */
                readonly outcome: string | null;
                /** Format: date-time */
                readonly received: string | null;
            };
            readonly to: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            /** @description Of the submission; corrections and supplements raise it. */
            readonly version: number;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "status": "IN_PROGRESS",
         *           "since": "2026-11-24T10:02:01.007Z",
         *           "reasons": [],
         *           "holder": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "times": {
         *             "received": "2026-11-24T08:30:02.411Z",
         *             "acknowledged": "2026-11-24T08:55:13.090Z",
         *             "accepted": "2026-11-24T09:12:44.310Z",
         *             "outcome": null,
         *             "ended": null
         *           },
         *           "priority": {
         *             "driving": "P3",
         *             "sender": {
         *               "level": "P3",
         *               "reasons": [
         *                 "IDENTIFIED_SUSPECT"
         *               ]
         *             },
         *             "receiver": null
         *           },
         *           "acceptance": {
         *             "scope": "CONDITIONAL",
         *             "reason": "HARMS_INVESTIGATION",
         *             "conditions": [
         *               "CONSULT_BEFORE_ACTION"
         *             ]
         *           },
         *           "rejection": null,
         *           "hold": null,
         *           "delay": null,
         *           "extradition": null,
         *           "open": {
         *             "information": null,
         *             "withdrawal": {
         *               "reason": "FACTS_DISPROVED",
         *               "at": "2026-11-24T11:40:00.512Z"
         *             },
         *             "consultation": null
         *           },
         *           "consulted": null,
         *           "onward": null,
         *           "returned": null,
         *           "submittedAt": "2026-11-24T08:30:00.125Z",
         *           "from": {
         *             "agency": "US-CLEAR",
         *             "role": "CLEARINGHOUSE",
         *             "country": "US"
         *           },
         *           "to": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "version": 1,
         *           "reference": "CLEAR-2026-004411",
         *           "reporter": {
         *             "company": "Example Platform Ltd",
         *             "role": "INDUSTRY_TS"
         *           },
         *           "incident": {
         *             "offenceType": "SOLICITATION",
         *             "modifiers": [
         *               "FINANCIAL_EXTORTION"
         *             ],
         *             "occurredAt": "2026-11-23T21:05:00.000Z",
         *             "zone": "Asia/Manila"
         *           },
         *           "files": [
         *             {
         *               "kind": "CHAT_LOG",
         *               "count": 2
         *             }
         *           ],
         *           "nexus": [
         *             {
         *               "country": "PH",
         *               "basis": "VICTIM_PRESENT",
         *               "confidence": "MEDIUM"
         *             }
         *           ],
         *           "evidence": [],
         *           "crossBorder": null,
         *           "procedureRequested": null,
         *           "delivery": {
         *             "step": "ACKNOWLEDGED",
         *             "at": "2026-11-24T08:55:13.090Z",
         *             "late": false
         *           },
         *           "hop": 0,
         *           "origin": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "parent": null,
         *           "bundle": null,
         *           "synthetic": false,
         *           "availableAt": "2026-11-24T08:30:00.410Z",
         *           "parked": false
         *         }
         *       ],
         *       "next": null,
         *       "incomplete": false
         *     }
         */
        readonly ReferralList: {
            /** @description A referral that may belong here is left out, since its very first event waits for repair (the feed names it in `missing`), or since the view is being built anew. */
            readonly incomplete: boolean;
            readonly items: readonly components["schemas"]["Referral"][];
            /** @description Cursor of the next page, null on the last. */
            readonly next: string | null;
        };
        readonly Release: {
            /** Format: date-time */
            readonly askedAt: string;
            /** @description Opaque reference; another person is to release it. */
            readonly askedBy: string | null;
            readonly from: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
            /** @description Of the referral that is to be submitted. */
            readonly id: string;
            /** @enum {string} */
            readonly priority: "P1" | "P2" | "P3" | "P4" | "UNKNOWN";
            /** @description By which the second person finds the draft. */
            readonly reference: string | null;
            readonly synthetic: boolean;
            readonly to: {
                readonly agency: string;
                readonly country: string;
                readonly role: string;
            };
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b",
         *           "from": {
         *             "agency": "US-CLEAR",
         *             "role": "CLEARINGHOUSE",
         *             "country": "US"
         *           },
         *           "to": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH"
         *           },
         *           "reference": "CLEAR-2026-004411",
         *           "priority": "P3",
         *           "askedAt": "2026-11-24T08:30:00.125Z",
         *           "askedBy": "officer-7",
         *           "synthetic": false
         *         }
         *       ],
         *       "next": null,
         *       "incomplete": false
         *     }
         */
        readonly ReleaseList: {
            /** @description A referral that may belong here is left out, since its very first event waits for repair (the feed names it in `missing`), or since the view is being built anew. */
            readonly incomplete: boolean;
            readonly items: readonly components["schemas"]["Release"][];
            readonly next: string | null;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
         *           "lane": 1,
         *           "position": 42,
         *           "type": "ReferralAccepted",
         *           "at": "2026-11-24T09:12:44.310Z",
         *           "status": "ACCEPTED",
         *           "codes": [
         *             "PARTIAL",
         *             "DATA_EXPIRED"
         *           ],
         *           "rule": null,
         *           "actor": {
         *             "agency": "PH-WCPC",
         *             "role": "LE_UNIT",
         *             "country": "PH",
         *             "person": null
         *           },
         *           "data": {
         *             "scope": "PARTIAL",
         *             "reason": "DATA_EXPIRED"
         *           }
         *         }
         *       ],
         *       "next": null,
         *       "parked": false
         *     }
         */
        readonly Timeline: {
            readonly items: readonly components["schemas"]["TimelineEntry"][];
            /** @description Cursor of the next page, null on the last. */
            readonly next: string | null;
            /** @description An event of this referral waits for repair: what is shown may be behind. */
            readonly parked: boolean;
        };
        readonly TimelineEntry: {
            readonly actor: {
                readonly agency: string;
                readonly country: string;
                /** @description Opaque reference; null for other agencies' people. */
                readonly person: string | null;
                readonly role: string;
            };
            /**
             * Format: date-time
             * @description When the bus accepted it.
             */
            readonly at: string;
            /** @description Every code that it says. */
            readonly codes: readonly string[];
            /** @description What else it says: codes, times, references. */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Of the event.
             */
            readonly id: string;
            /** @description With `position` the event’s place in the log: `lane/position`. */
            readonly lane: number;
            readonly position: number;
            /** @description Rules with their version that it was judged by. */
            readonly rule: string | null;
            /**
             * @description Where it brought the referral; null where the state stayed.
             * @enum {string|null}
             */
            readonly status: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR" | null;
            /** @description Name of the event (vocabulary 10). */
            readonly type: string;
        };
        readonly Waiver: {
            /** @description Status of the treaty by which it was judged between the parties of this referral; null: a claim that was not, as one that was made on an earlier referral of the case. */
            readonly judgedBy: {
                readonly set: string;
                readonly version: number;
            } | null;
            /**
             * Format: uuid
             * @description The part that claims it; null: the submission.
             */
            readonly part: string | null;
            /** @enum {string} */
            readonly waiver: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | "UNKNOWN";
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "awaiting-my-decision",
         *           "says": "Sent here and not decided on.",
         *           "count": 3,
         *           "more": false
         *         }
         *       ],
         *       "next": null,
         *       "rebuilding": false,
         *       "incomplete": false
         *     }
         */
        readonly WorklistCounts: {
            /** @description A referral that may belong here is left out, since its very first event waits for repair (the feed names it in `missing`), or since the view is being built anew. */
            readonly incomplete: boolean;
            readonly items: readonly {
                readonly count: number;
                /** @description Name of the worklist: read it at /v1/worklists/{name}. */
                readonly id: string;
                /** @description There are more than are counted. */
                readonly more: boolean;
                /** @description What stands in it. */
                readonly says: string;
            }[];
            /** @enum {string|null} */
            readonly next: null;
            /** @description The view is being built anew and has not reached what was shown before: counts are too low. */
            readonly rebuilding: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly CaseloadController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Only where the agency on the other side is of this country. */
                readonly jurisdiction?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description Only referrals that this priority drives. */
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description Only referrals that came into their state with this code. */
                readonly reason?: string;
                /** @description Submitted at or after this time. */
                readonly since?: string;
                /** @description Only referrals in this state (vocabulary 2.2). */
                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
                /** @description Submitted before this time. */
                readonly until?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of referrals. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReferralList"];
                };
            };
        };
    };
    readonly EscalationsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description Only referrals that this priority drives. */
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description `OPEN`: nobody has answered, and what it was raised for is still owed. `ANSWERED`: by a person. `DONE`: nobody answered, and nothing is owed any more. */
                readonly state?: "OPEN" | "ANSWERED" | "DONE";
                /** @description Only where this was the last step of the ladder. */
                readonly step?: number;
                /** @description Only cases that were not let go on (`refusedOnward`), that no national contact has answered for since, and for which somebody has still to do something, whether a step was taken or not. */
                readonly stuck?: "true";
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of escalations: referrals of which a step of the ladder was taken. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EscalationList"];
                };
            };
        };
    };
    readonly EscalationsController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description Of the referral. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description For its parties, and for agencies that a step called upon: those are shown nothing of the referral itself. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    readonly EscalationCommandController_answer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reply: "TAKES_OVER" | "ALREADY_HANDLED" | "PASSED_ON";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_answerOnwardRefusal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who is competent; required for NAMES_OTHER, and for it only. */
                    readonly competent?: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    } | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reply: "STAYS_WITH_HOLDER" | "TAKES_UP" | "NAMES_OTHER" | "NOT_PURSUED";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_approveLowering: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002",
                     *       "priority": "P3"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_confirmPreservation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @description Reference of the custodian. */
                    readonly reference?: string | null;
                    /**
                     * Format: uuid
                     * @description Id of an event, as an answer or a timeline named it.
                     */
                    readonly request: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset or Z.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_confirmPriority: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The level of another scheme, for information; nothing is decided by it. */
                    readonly externalPriority?: {
                        readonly code: string;
                        readonly scheme: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly setAt: string;
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly setBy: string;
                    } | null;
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                    /** @description What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3). */
                    readonly riskAssessment?: {
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly assessedAt: string;
                        readonly assessor: string;
                        readonly tool: string;
                        readonly value: string;
                        readonly version: string;
                    } | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "priority": "P2"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_confirmSafeguarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * Format: uuid
                     * @description Id of an event, as an answer or a timeline named it.
                     */
                    readonly notified: string;
                    /** @enum {string} */
                    readonly result: "TAKEN_ON" | "CHILD_SAFE" | "CHILD_NOT_LOCATED" | "NOT_COMPETENT";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_disputePriority: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "priority": "P1"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_lowerPriority: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The level of another scheme, for information; nothing is decided by it. */
                    readonly externalPriority?: {
                        readonly code: string;
                        readonly scheme: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly setAt: string;
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly setBy: string;
                    } | null;
                    /**
                     * @description Any one is enough. P1 IMMINENT: Live-streamed abuse is under way; A child under extortion is suicidal or self-harming; A meeting with the child is arranged; An abducted or missing child is in online contact; Somebody threatens to publish within hours. P2 URGENT: The suspect lives or works with children; New first-generation material points to ongoing abuse; Extortion with continuing payments; A known offender has new contact; The provider deletes the data in less than 14 days. P3 PRIORITY: Known material is shared by an identified account; Solicitation without a meeting; An adult survivor names a suspect; A suspect travels at a later date. P4 STANDARD: Viral duplicates; A report without identifiers; Information on a trend; A request for statistics.
                     * @enum {string}
                     */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    /**
                     * @description Why it is lowered.
                     * @enum {string}
                     */
                    readonly lowering: "CHILD_SAFE_CONFIRMED" | "DUPLICATE_HANDLED_ELSEWHERE" | "SUSPECT_DETAINED" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED";
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                    /** @description What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3). */
                    readonly riskAssessment?: {
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly assessedAt: string;
                        readonly assessor: string;
                        readonly tool: string;
                        readonly value: string;
                        readonly version: string;
                    } | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002",
                     *       "priority": "P2"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_notifySafeguarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                     * @example PH
                     */
                    readonly country: string;
                    /** @enum {string} */
                    readonly measure: "CHILD_PROTECTION_NOTIFIED" | "VICTIM_SUPPORT_OFFERED";
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @description The service, where it takes part in the bus. */
                    readonly service?: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    } | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_raisePriority: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The level of another scheme, for information; nothing is decided by it. */
                    readonly externalPriority?: {
                        readonly code: string;
                        readonly scheme: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly setAt: string;
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly setBy: string;
                    } | null;
                    /**
                     * @description Any one is enough. P1 IMMINENT: Live-streamed abuse is under way; A child under extortion is suicidal or self-harming; A meeting with the child is arranged; An abducted or missing child is in online contact; Somebody threatens to publish within hours. P2 URGENT: The suspect lives or works with children; New first-generation material points to ongoing abuse; Extortion with continuing payments; A known offender has new contact; The provider deletes the data in less than 14 days. P3 PRIORITY: Known material is shared by an identified account; Solicitation without a meeting; An adult survivor names a suspect; A suspect travels at a later date. P4 STANDARD: Viral duplicates; A report without identifiers; Information on a trend; A request for statistics.
                     * @enum {string}
                     */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                    /** @description What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3). */
                    readonly riskAssessment?: {
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly assessedAt: string;
                        readonly assessor: string;
                        readonly tool: string;
                        readonly value: string;
                        readonly version: string;
                    } | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002",
                     *       "priority": "P1"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_recordVoiceContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset or Z.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly at: string;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly result: "REACHED" | "CALL_BACK_PROMISED" | "NO_ANSWER" | "NUMBER_FAILED";
                    /** @description Who was called, in which role. */
                    readonly to: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_releasePreservation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "DATA_OBTAINED" | "NO_LONGER_NEEDED" | "NOTHING_TO_PRESERVE" | "REFUSED";
                    /**
                     * Format: uuid
                     * @description Absent where there is nothing to preserve.
                     */
                    readonly request?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_requestPreservation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The authority that seeks it (Budapest 29(2)a). */
                    readonly authority: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                    /** @description Asked for in another country. */
                    readonly crossBorder: boolean;
                    /**
                     * @description Who holds it, a company (29(2)d).
                     * @example Example Video Ltd
                     */
                    readonly custodian?: string | null;
                    /** @description What is to be preserved (29(2)c). */
                    readonly data: readonly ("SUBSCRIBER_INFORMATION" | "TRAFFIC_DATA" | "CONTENT_DATA")[];
                    /**
                     * @description Opaque reference to the summary of facts, which stays with the authority. Never text (29(2)b).
                     * @example FACTS-118402
                     */
                    readonly facts: string;
                    /**
                     * @description What will be asked for (29(2)f).
                     * @enum {string}
                     */
                    readonly followUp: "MUTUAL_ASSISTANCE_REQUEST" | "PRODUCTION_ORDER" | "DOMESTIC_ORDER";
                    /**
                     * @description Country where it is stored (29(2)d).
                     * @example PH
                     */
                    readonly location?: string | null;
                    /**
                     * @description Why now (29(2)e).
                     * @enum {string}
                     */
                    readonly necessity: "RETENTION_ENDS" | "VULNERABLE_TO_CHANGE" | "ACCOUNT_CLOSING";
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly offence: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA";
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset or Z.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly wantedUntil?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly EscalationCommandController_resolveDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Any one is enough. P1 IMMINENT: Live-streamed abuse is under way; A child under extortion is suicidal or self-harming; A meeting with the child is arranged; An abducted or missing child is in online contact; Somebody threatens to publish within hours. P2 URGENT: The suspect lives or works with children; New first-generation material points to ongoing abuse; Extortion with continuing payments; A known offender has new contact; The provider deletes the data in less than 14 days. P3 PRIORITY: Known material is shared by an identified account; Solicitation without a meeting; An adult survivor names a suspect; A suspect travels at a later date. P4 STANDARD: Viral duplicates; A report without identifiers; Information on a trend; A request for statistics.
                     * @enum {string}
                     */
                    readonly level: "P1" | "P2" | "P3" | "P4";
                    /**
                     * @description Why it is lowered; absent where P1 is upheld.
                     * @enum {string|null}
                     */
                    readonly lowering?: "CHILD_SAFE_CONFIRMED" | "DUPLICATE_HANDLED_ELSEWHERE" | "SUSPECT_DETAINED" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002",
                     *       "priority": "P1"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ExercisesController_report: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly exercise: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Of all that was submitted into it, so far. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExerciseReport"];
                };
            };
        };
    };
    readonly FeedController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the answer before; without it, from the beginning. */
                readonly cursor?: string;
                /** @description Items in one answer. */
                readonly limit?: number;
                /** @description `true`: exercises only, `false`: real work only; a cursor belongs to one of both. */
                readonly synthetic?: "true" | "false";
                /** @description How long to wait for the first item, in seconds. */
                readonly wait?: number;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: a feed that is at least that far, or 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description Only for the bus itself, which reads for the webhooks of an agency that allowed it. */
                readonly "Bus-On-Behalf-Of"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description Of a stream: the id of the last event that was taken. */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The next items, or none after the wait. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedPage"];
                    readonly "text/event-stream": components["schemas"]["FeedPage"];
                };
            };
        };
    };
    readonly DelegateController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The bus alone asks this way: whether it may. */
                readonly "Bus-On-Behalf-Of"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedDelegate"];
                };
            };
        };
    };
    readonly DelegateController_allow: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedDelegate"];
                };
            };
        };
    };
    readonly DelegateController_withdraw: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It may not, whether it could before or not. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly FeedController_take: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Id of the last event of a stream, or `next`, before which everything is kept. */
                    readonly cursor: string;
                    /**
                     * @description The cursor is one of exercises.
                     * @default false
                     */
                    readonly synthetic?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description It is kept. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly InboxController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Only from this sender. */
                readonly from?: string;
                /** @description Only where the agency on the other side is of this country. */
                readonly jurisdiction?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description Only referrals that this priority drives. */
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description Only referrals that came into their state with this code. */
                readonly reason?: string;
                /** @description Submitted at or after this time. */
                readonly since?: string;
                /** @description Only referrals in this state (vocabulary 2.2). */
                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
                /** @description Submitted before this time. */
                readonly until?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of referrals. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReferralList"];
                };
            };
        };
    };
    readonly MembershipController_agencies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly capacity: {
                                /** Format: date-time */
                                readonly from: string;
                                /** @enum {string} */
                                readonly state: "NORMAL" | "REDUCED" | "FULL" | "UNKNOWN";
                                /** Format: date-time */
                                readonly until: string | null;
                            } | null;
                            readonly contactPoints: readonly {
                                /** @enum {string} */
                                readonly availability: "AROUND_THE_CLOCK" | "OFFICE_HOURS" | "UNKNOWN";
                                /** @description When it is staffed; null where only `hours` may say so. */
                                readonly calendar: {
                                    readonly closed: readonly string[];
                                    readonly weekly: readonly {
                                        readonly day: string;
                                        /** @example 08:00 */
                                        readonly from: string;
                                        /** @example 08:00 */
                                        readonly to: string;
                                    }[];
                                    readonly zone: string;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description When it closes, or opens; null: not within a year.
                                 */
                                readonly changesAt: string | null;
                                /** @description By what the bus calls it. Addresses are shown to the agency itself and the operator. */
                                readonly channels: readonly {
                                    readonly address: string | null;
                                    readonly kind: string;
                                }[] | null;
                                readonly desk: string;
                                readonly email: string | null;
                                readonly hours: string | null;
                                readonly languages: readonly string[];
                                /** @description Whether it is staffed now; null where nobody said so that it can be reckoned with. */
                                readonly open: boolean | null;
                                readonly phone: string | null;
                                readonly role: string;
                                readonly zone: string | null;
                            }[];
                            readonly country: string;
                            /**
                             * @description Code of the agency.
                             * @example PH-WCPC
                             */
                            readonly id: string;
                            readonly maintenance: {
                                /** Format: date-time */
                                readonly from: string;
                                readonly now: boolean;
                                /** Format: date-time */
                                readonly until: string | null;
                            } | null;
                            readonly name: string;
                            /** @description Narrower than its roles give; null for all that they give. */
                            readonly rights: {
                                readonly originate: boolean;
                                readonly receive: boolean;
                                readonly setPriority: boolean;
                            } | null;
                            readonly roles: readonly (("HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH") | string)[];
                            /** Format: date-time */
                            readonly since: string;
                            /** @enum {string} */
                            readonly status: "PROPOSED" | "ADMITTED" | "SUSPENDED" | "LEFT";
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say0: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agency: string;
                    readonly country: string;
                    readonly name: string;
                    /**
                     * @description A second person releases its referrals.
                     * @default false
                     */
                    readonly needsRelease?: boolean;
                    /**
                     * @description Narrower rights than the roles give.
                     * @default null
                     */
                    readonly rights?: {
                        readonly originate: boolean;
                        readonly receive: boolean;
                        readonly setPriority: boolean;
                    } | null;
                    readonly roles: readonly ("HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH")[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipController_agency: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The agency. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly capacity?: {
                            /** Format: date-time */
                            readonly from: string;
                            /** @enum {string} */
                            readonly state: "NORMAL" | "REDUCED" | "FULL" | "UNKNOWN";
                            /** Format: date-time */
                            readonly until: string | null;
                        } | null;
                        readonly clients?: readonly {
                            readonly client: string;
                            /** @enum {string} */
                            readonly standing: "REGISTERED" | "REVOKED";
                        }[];
                        readonly contactPoints?: readonly {
                            /** @enum {string} */
                            readonly availability: "AROUND_THE_CLOCK" | "OFFICE_HOURS" | "UNKNOWN";
                            /** @description When it is staffed; null where only `hours` may say so. */
                            readonly calendar: {
                                readonly closed: readonly string[];
                                readonly weekly: readonly {
                                    readonly day: string;
                                    /** @example 08:00 */
                                    readonly from: string;
                                    /** @example 08:00 */
                                    readonly to: string;
                                }[];
                                readonly zone: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description When it closes, or opens; null: not within a year.
                             */
                            readonly changesAt: string | null;
                            /** @description By what the bus calls it. Addresses are shown to the agency itself and the operator. */
                            readonly channels: readonly {
                                readonly address: string | null;
                                readonly kind: string;
                            }[] | null;
                            readonly desk: string;
                            readonly email: string | null;
                            readonly hours: string | null;
                            readonly languages: readonly string[];
                            /** @description Whether it is staffed now; null where nobody said so that it can be reckoned with. */
                            readonly open: boolean | null;
                            readonly phone: string | null;
                            readonly role: string;
                            readonly zone: string | null;
                        }[];
                        readonly country?: string;
                        /**
                         * @description Code of the agency.
                         * @example PH-WCPC
                         */
                        readonly id?: string;
                        readonly maintenance?: {
                            /** Format: date-time */
                            readonly from: string;
                            readonly now: boolean;
                            /** Format: date-time */
                            readonly until: string | null;
                        } | null;
                        readonly name?: string;
                        readonly needsRelease?: boolean;
                        /** @description What waits for a second person. */
                        readonly proposed?: {
                            readonly country: string;
                            /** @description What the second person names to admit it. */
                            readonly id: string;
                            readonly name: string;
                            readonly needsRelease: boolean;
                            readonly rights: {
                                readonly originate: boolean;
                                readonly receive: boolean;
                                readonly setPriority: boolean;
                            } | null;
                            readonly roles: readonly string[];
                        } | null;
                        /**
                         * @description Why it is suspended or left.
                         * @enum {string|null}
                         */
                        readonly reason?: "OWN_REQUEST" | "SECURITY_INCIDENT" | "AGREEMENT_BREACHED" | "AGREEMENT_ENDED" | "MANDATE_ENDED" | "CLIENT_COMPROMISED" | "CLIENT_RETIRED" | "OTHER" | "UNKNOWN" | null;
                        /** @description Narrower than its roles give; null for all that they give. */
                        readonly rights?: {
                            readonly originate: boolean;
                            readonly receive: boolean;
                            readonly setPriority: boolean;
                        } | null;
                        readonly roles?: readonly (("HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH") | string)[];
                        /** Format: date-time */
                        readonly since?: string;
                        /** @enum {string} */
                        readonly status?: "PROPOSED" | "ADMITTED" | "SUSPENDED" | "LEFT";
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say1: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: uuid
                     * @description The proposal that the person has looked at, by the id with which it is shown.
                     */
                    readonly proposal: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say10: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date-time
                     * @description A moment with its zone.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly from: string;
                    /** @enum {string} */
                    readonly state: "NORMAL" | "REDUCED" | "FULL";
                    /**
                     * Format: date-time
                     * @description A moment with its zone.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly until?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say6: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly client: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say7: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
                /** @description OAuth client (`sub` of its tokens). */
                readonly client: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly reason: "OWN_REQUEST" | "SECURITY_INCIDENT" | "AGREEMENT_BREACHED" | "AGREEMENT_ENDED" | "MANDATE_ENDED" | "CLIENT_COMPROMISED" | "CLIENT_RETIRED" | "OTHER";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say8: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
                /** @description Role (vocabulary 6). */
                readonly role: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly availability: "AROUND_THE_CLOCK" | "OFFICE_HOURS";
                    /** @description When a desk of OFFICE_HOURS is staffed: the ladder passes it over while it is closed, or waits for it. null: it may be there at any time. */
                    readonly calendar?: {
                        /**
                         * @description Days on which nothing begins, such as public holidays.
                         * @example [
                         *       "2026-12-25"
                         *     ]
                         */
                        readonly closed?: readonly string[];
                        /** @description When it is staffed in every week. */
                        readonly weekly: readonly {
                            /**
                             * @description On which it begins.
                             * @enum {string}
                             */
                            readonly day: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
                            /** @example 08:00 */
                            readonly from: string;
                            /**
                             * @description Before `from`: on the day after.
                             * @example 17:00
                             */
                            readonly to: string;
                        }[];
                        /**
                         * @description IANA name of the time zone that the hours are of.
                         * @example Asia/Manila
                         */
                        readonly zone: string;
                    } | null;
                    /**
                     * @description By what the bus itself calls the desk when somebody must act, all of them each time. null: by its mail address alone, where it has one.
                     * @default null
                     */
                    readonly channels?: readonly ({
                        /**
                         * Format: uuid
                         * @description Id of a webhook that the agency registered and enabled.
                         */
                        readonly address: string;
                        /** @enum {string} */
                        readonly kind: "WEBHOOK";
                    } | {
                        /**
                         * Format: email
                         * @description Mail address of the desk, never of a person.
                         */
                        readonly address: string;
                        /** @enum {string} */
                        readonly kind: "SMTP";
                    })[] | null;
                    readonly desk: string;
                    /**
                     * Format: email
                     * @default null
                     */
                    readonly email?: string | null;
                    /**
                     * @description For people: nothing is reckoned by it.
                     * @default null
                     */
                    readonly hours?: string | null;
                    /** @default [] */
                    readonly languages?: readonly string[];
                    /** @default null */
                    readonly phone?: string | null;
                    /**
                     * @description Of `hours`.
                     * @default null
                     */
                    readonly zone?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say9: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
                /** @description Role (vocabulary 6). */
                readonly role: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say11: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the agency. */
                readonly agency: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date-time
                     * @description A moment with its zone.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly from: string;
                    /**
                     * Format: date-time
                     * @description A moment with its zone.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly until?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipController_changes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly agency: string;
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "SUSPENSION" | "DEPARTURE";
                            /** @enum {string} */
                            readonly reason: "OWN_REQUEST" | "SECURITY_INCIDENT" | "AGREEMENT_BREACHED" | "AGREEMENT_ENDED" | "MANDATE_ENDED" | "CLIENT_COMPROMISED" | "CLIENT_RETIRED" | "OTHER" | "UNKNOWN";
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say2: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agency: string;
                    /** @enum {string} */
                    readonly kind: "SUSPENSION" | "DEPARTURE";
                    /** @enum {string} */
                    readonly reason: "OWN_REQUEST" | "SECURITY_INCIDENT" | "AGREEMENT_BREACHED" | "AGREEMENT_ENDED" | "MANDATE_ENDED" | "CLIENT_COMPROMISED" | "CLIENT_RETIRED" | "OTHER";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say3: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say4: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly reason: "COMMENTS_AGAINST" | "LAW_AGAINST" | "PRACTICE_AGAINST" | "GROUNDS_MISSING" | "ANOTHER_PREFERRED" | "NOT_NEEDED_ANY_MORE" | "PROPOSED_IN_ERROR";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say5: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly reason: "COMMENTS_AGAINST" | "LAW_AGAINST" | "PRACTICE_AGAINST" | "GROUNDS_MISSING" | "ANOTHER_PREFERRED" | "NOT_NEEDED_ANY_MORE" | "PROPOSED_IN_ERROR";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly ResponsibilitiesController_coverage: {
        readonly parameters: {
            readonly query?: {
                /** @description `false`: only where nobody can be called upon at any hour. */
                readonly live?: "true" | "false";
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As of now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Coverage"][];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly RulesController_documents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /**
                             * @description Kind and name.
                             * @example RULE_SET/referral
                             */
                            readonly id: string;
                            readonly newest: number | null;
                            readonly versions: number;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly RulesController_document: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path: {
                readonly kind: "RULE_SET" | "CODE_LIST" | "TREATY_STATUS";
                readonly subject: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly versions: readonly {
                            readonly document: unknown;
                            /** @description Holds for no real case. */
                            readonly exercise: boolean;
                            /** Format: date-time */
                            readonly inForceFrom: string;
                            /** Format: date-time */
                            readonly publishedAt: string;
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
    };
    readonly RulesController_compare: {
        readonly parameters: {
            readonly query: {
                readonly from: number;
                readonly to: number;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path: {
                readonly kind: "RULE_SET" | "CODE_LIST" | "TREATY_STATUS";
                readonly subject: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the order of places. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly differences: readonly {
                            readonly after?: unknown;
                            readonly before?: unknown;
                            /**
                             * @description JSON pointer; rows of a list by their country or term.
                             * @example /silenceDays
                             */
                            readonly path: string;
                        }[];
                        readonly from: number;
                        readonly to: number;
                    };
                };
            };
        };
    };
    readonly TrainingController_exercises: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /**
                             * @description Code of the exercise.
                             * @example EX-2026-NIGHT
                             */
                            readonly id: string;
                            readonly name: string;
                            readonly participants: readonly string[];
                            /** Format: date-time */
                            readonly plannedEnd: string | null;
                            /** Format: date-time */
                            readonly since: string;
                            /** @enum {string} */
                            readonly status: "RUNNING" | "ENDED";
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say18: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly exercise: string;
                    readonly name: string;
                    readonly participants: readonly string[];
                    /**
                     * Format: date-time
                     * @description A moment with its zone.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly plannedEnd?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly TrainingController_cases: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path: {
                readonly exercise: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the order and by the numbers of this exercise. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly facts: string;
                            /**
                             * @description Reference of the referral that grades it.
                             * @example EX-2026-NIGHT-K07
                             */
                            readonly id: string;
                            readonly modifiers: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED" | "UNKNOWN")[];
                            /** @enum {string} */
                            readonly nexus: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                            /** @enum {string} */
                            readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA" | "UNKNOWN";
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say19: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the exercise. */
                readonly exercise: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say20: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Code of the exercise. */
                readonly exercise: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description The change proposal that follows from it.
                     * @default null
                     */
                    readonly change?: string | null;
                    /** @enum {string} */
                    readonly finding: "RULE_UNCLEAR" | "RULE_MISSING" | "RULE_TOO_STRICT" | "RULE_TOO_LOOSE" | "CLOCK_MISSED" | "EXAMPLE_NEEDED" | "TRAINING_NEEDED" | "TOOL_DEFECT" | "WORKED_WELL";
                    /** @description Ids of rules of the vocabulary. */
                    readonly ruleIds: readonly string[];
                    /** @description About rules, never about persons or cases. */
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly RulesController_glossary: {
        readonly parameters: {
            readonly query?: {
                /** @description ISO 639-1: with the approved translation, where there is one. */
                readonly language?: string;
                /** @description Whatever people say, in whatever language has approved translations. */
                readonly search?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them, or those that are named or meant. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly avoid: readonly {
                                readonly confirmed: boolean;
                                readonly term: string;
                            }[];
                            /** @enum {string} */
                            readonly class: "USE" | "CARE" | "AVOID";
                            /** @description False: a question, not a fact. */
                            readonly confirmed: boolean;
                            readonly id: string;
                            /** @description What is said; empty where there is no usable form. */
                            readonly preferred: string;
                            readonly source: string;
                            readonly translation: string | null;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                        /** @description Version of the translations into `language`; null: none yet. */
                        readonly translations: number | null;
                        /**
                         * @description Version in force that it is answered by; null: none was published yet.
                         * @example 1
                         */
                        readonly version: number | null;
                    };
                };
            };
        };
    };
    readonly MembershipController_jurisdictions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** @description Every assignment of lanes, in order; the last one holds. */
                            readonly history: readonly {
                                readonly access: readonly number[];
                                readonly routine: readonly number[];
                                /** Format: date-time */
                                readonly since: string;
                                readonly urgent: readonly number[];
                            }[];
                            /**
                             * @description ISO 3166-1 alpha-2.
                             * @example PH
                             */
                            readonly id: string;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say12: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description ISO 3166-1 alpha-2. */
                readonly jurisdiction: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly access: readonly number[];
                    readonly routine: readonly number[];
                    readonly urgent: readonly number[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly TrainingController_lessons: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: date-time */
                            readonly at: string;
                            /** @description The change proposal that followed from it. */
                            readonly change: string | null;
                            /** @description Null where practice taught it. */
                            readonly exercise: string | null;
                            /** @enum {string} */
                            readonly finding: "RULE_UNCLEAR" | "RULE_MISSING" | "RULE_TOO_STRICT" | "RULE_TOO_LOOSE" | "CLOCK_MISSED" | "EXAMPLE_NEEDED" | "TRAINING_NEEDED" | "TOOL_DEFECT" | "WORKED_WELL" | "UNKNOWN";
                            /** @description Number of the lesson, in the order in which they were recorded. */
                            readonly id: string;
                            /**
                             * @example [
                             *       "R1.5",
                             *       "2.4 I3"
                             *     ]
                             */
                            readonly ruleIds: readonly string[];
                            readonly text: string;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say21: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description The change proposal that follows from it.
                     * @default null
                     */
                    readonly change?: string | null;
                    /** @enum {string} */
                    readonly finding: "RULE_UNCLEAR" | "RULE_MISSING" | "RULE_TOO_STRICT" | "RULE_TOO_LOOSE" | "CLOCK_MISSED" | "EXAMPLE_NEEDED" | "TRAINING_NEEDED" | "TOOL_DEFECT" | "WORKED_WELL";
                    /** @description Ids of rules of the vocabulary. */
                    readonly ruleIds: readonly string[];
                    /** @description About rules, never about persons or cases. */
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly RulesController_proposals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them; of an exercise while it runs, to who takes part in it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly comments: readonly {
                                /** Format: date-time */
                                readonly at: string;
                                /** @description Null where that was not recorded yet. */
                                readonly by: {
                                    readonly agency: string;
                                    /** @description Opaque reference; null for other agencies' people. */
                                    readonly person: string | null;
                                    readonly role: string;
                                } | null;
                                readonly comment: string;
                            }[];
                            /** Format: date-time */
                            readonly commentsUntil: string;
                            readonly document: unknown;
                            readonly exercise: boolean;
                            /** @description The exercise, as what is said of the proposal names it; null for a real one, and where that was not recorded yet. */
                            readonly exerciseCode: string | null;
                            readonly id: string;
                            /** Format: date-time */
                            readonly inForceFrom: string;
                            /** @enum {string} */
                            readonly kind: "RULE_SET" | "CODE_LIST" | "TREATY_STATUS";
                            /** Format: date-time */
                            readonly proposedAt: string;
                            /** @description Null where that was not recorded yet. */
                            readonly proposedBy: {
                                readonly agency: string;
                                /** @description Opaque reference; null for other agencies' people. */
                                readonly person: string | null;
                                readonly role: string;
                            } | null;
                            readonly subject: string;
                            readonly version: number;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say13: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date-time
                     * @description Sooner than in two months: in exercises only.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly commentsUntil?: string | null;
                    /** @description The whole text that is proposed. */
                    readonly document: {
                        readonly [key: string]: unknown;
                    };
                    /**
                     * @description Code of the exercise that this belongs to: it holds for no real case.
                     * @default null
                     */
                    readonly exercise?: string | null;
                    /**
                     * Format: date-time
                     * @description A moment with its zone.
                     * @example 2027-01-04T08:00:00Z
                     */
                    readonly inForceFrom: string;
                    /** @enum {string} */
                    readonly kind: "RULE_SET" | "CODE_LIST" | "TREATY_STATUS";
                    /** @description Name of the rule set or code list, or code of the instrument. */
                    readonly subject: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say15: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Code of the exercise that this belongs to: it holds for no real case.
                     * @default null
                     */
                    readonly exercise?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say14: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description About the rule, never about a case. */
                    readonly comment: string;
                    /**
                     * @description Code of the exercise that this belongs to: it holds for no real case.
                     * @default null
                     */
                    readonly exercise?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say16: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Code of the exercise that this belongs to: it holds for no real case.
                     * @default null
                     */
                    readonly exercise?: string | null;
                    /** @enum {string} */
                    readonly reason: "COMMENTS_AGAINST" | "LAW_AGAINST" | "PRACTICE_AGAINST" | "GROUNDS_MISSING" | "ANOTHER_PREFERRED" | "NOT_NEEDED_ANY_MORE" | "PROPOSED_IN_ERROR";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly MembershipWordsController_say17: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the proposal. */
                readonly change: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Code of the exercise that this belongs to: it holds for no real case.
                     * @default null
                     */
                    readonly exercise?: string | null;
                    /** @enum {string} */
                    readonly reason: "COMMENTS_AGAINST" | "LAW_AGAINST" | "PRACTICE_AGAINST" | "GROUNDS_MISSING" | "ANOTHER_PREFERRED" | "NOT_NEEDED_ANY_MORE" | "PROPOSED_IN_ERROR";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": [
                     *         "MemberProposed"
                     *       ],
                     *       "at": "2027-01-04T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was accepted, by the clock of the bus.
                         */
                        readonly at: string | null;
                        /** @description Id of the proposal, where one was made or decided on. */
                        readonly change?: string;
                        /** @description Events that the command made; none where it said nothing new. */
                        readonly facts: readonly string[];
                        /**
                         * Format: uuid
                         * @description Of an agency: what the second person names to admit it.
                         */
                        readonly proposal?: string;
                    };
                };
            };
        };
    };
    readonly RulesController_endedProposals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Of the newest 200, the newest first; of an exercise, to who takes part in it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: date-time */
                            readonly at: string;
                            /** @description Agency that declined it, or that had proposed it and took it back. */
                            readonly by: string;
                            /** @enum {string} */
                            readonly end: "DECLINED" | "WITHDRAWN";
                            readonly exercise: boolean;
                            /** @description The exercise, as what is said of the proposal names it; null for a real one, and where that was not recorded yet. */
                            readonly exerciseCode: string | null;
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "RULE_SET" | "CODE_LIST" | "TREATY_STATUS";
                            /** Format: date-time */
                            readonly proposedAt: string;
                            /** @description Null where that was not recorded yet. */
                            readonly proposedBy: {
                                readonly agency: string;
                                /** @description Opaque reference; null for other agencies' people. */
                                readonly person: string | null;
                                readonly role: string;
                            } | null;
                            /** @enum {string} */
                            readonly reason: "COMMENTS_AGAINST" | "LAW_AGAINST" | "PRACTICE_AGAINST" | "GROUNDS_MISSING" | "ANOTHER_PREFERRED" | "NOT_NEEDED_ANY_MORE" | "PROPOSED_IN_ERROR" | "UNKNOWN";
                            readonly subject: string;
                            readonly version: number;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly ResponsibilitiesController_table: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The table in force. Version 1 is proposed: it waits for the agencies’ agreement. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description Roles that play the same part. */
                        readonly columns: readonly string[];
                        readonly rows: readonly {
                            readonly cells: readonly string[];
                            readonly meaning: string;
                            /** @enum {string} */
                            readonly step: "SUBMIT" | "TRIAGE" | "LEGAL_BASIS" | "DECONFLICTION" | "SAFEGUARD" | "PRESERVATION" | "DISCLOSURE" | "REJECT_OR_FORWARD" | "OUTCOME" | "CLOSE" | "OVERRIDE_REVIEW" | "EVALUATION";
                        }[];
                        /**
                         * @description Version in force that it is answered by; null: none was published yet.
                         * @example 1
                         */
                        readonly version: number | null;
                    };
                };
            };
        };
    };
    readonly ResponsibilitiesController_responsible: {
        readonly parameters: {
            readonly query: {
                /** @description Where. */
                readonly country: string;
                /** @description It concerns data that the agency asked for itself holds. */
                readonly holdsData?: string;
                /** @description The override for a threat to life was invoked. */
                readonly override?: string;
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description Of a referral: the step that it waits for. */
                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** @description A step of the table; or `status`. */
                readonly step?: "SUBMIT" | "TRIAGE" | "LEGAL_BASIS" | "DECONFLICTION" | "SAFEGUARD" | "PRESERVATION" | "DISCLOSURE" | "REJECT_OR_FORWARD" | "OUTCOME" | "CLOSE" | "OVERRIDE_REVIEW" | "EVALUATION";
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Responsible first, and among them whoever is there now; last those whose desk is closed. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly agency: string;
                            readonly contact: {
                                /** @enum {string} */
                                readonly availability: "AROUND_THE_CLOCK" | "OFFICE_HOURS" | "UNKNOWN";
                                /** @description When it is staffed; null where only `hours` may say so. */
                                readonly calendar: {
                                    readonly closed: readonly string[];
                                    readonly weekly: readonly {
                                        readonly day: string;
                                        /** @example 08:00 */
                                        readonly from: string;
                                        /** @example 08:00 */
                                        readonly to: string;
                                    }[];
                                    readonly zone: string;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description When it closes, or opens; null: not within a year.
                                 */
                                readonly changesAt: string | null;
                                /** @description By what the bus calls it. Addresses are shown to the agency itself and the operator. */
                                readonly channels: readonly {
                                    readonly address: string | null;
                                    readonly kind: string;
                                }[] | null;
                                readonly desk: string;
                                readonly email: string | null;
                                readonly hours: string | null;
                                readonly languages: readonly string[];
                                /** @description Whether it is staffed now; null where nobody said so that it can be reckoned with. */
                                readonly open: boolean | null;
                                readonly phone: string | null;
                                readonly role: string;
                                readonly zone: string | null;
                            } | null;
                            /**
                             * @description Code of the agency and role.
                             * @example PH-WCPC/POC_247
                             */
                            readonly id: string;
                            /** @description Its systems are away: telephone. */
                            readonly inMaintenance: boolean;
                            readonly parts: readonly ("R" | "A" | "C" | "I")[];
                            readonly role: string;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                        /**
                         * @description Version of the responsibility table that says so; null: none yet.
                         * @example 1
                         */
                        readonly version: number | null;
                    };
                };
            };
        };
    };
    readonly ResponsibilitiesController_stakeholders: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Markdown. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly asOf: string;
                        readonly markdown: string;
                        /**
                         * @description Version of the responsibility table; null: none yet.
                         * @example 1
                         */
                        readonly responsibilities: number | null;
                        /**
                         * @description Version of the list of roles; null: none was published yet.
                         * @example 1
                         */
                        readonly roles: number | null;
                    };
                };
            };
        };
    };
    readonly RulesController_treaty: {
        readonly parameters: {
            readonly query: {
                /** @description When the event is or was; now unless said. */
                readonly at?: string;
                /** @description ISO 3166-1 alpha-2, comma between. */
                readonly countries: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: what it did is shown, or 425 answered. */
                readonly "Bus-Min-Position"?: string;
            };
            readonly path: {
                readonly instrument: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What stands against it, country by country. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly findings: readonly {
                            readonly country: string;
                            /** @enum {string} */
                            readonly obstacle: "NOT_IN_FORCE" | "LAPSED" | "NOT_PUBLISHED" | "NOT_A_PARTY" | "UNVERIFIED" | "UNDATED" | "NOT_YET_IN_FORCE" | "RESERVED";
                        }[];
                        readonly instrument: string;
                        /** @description What these States reserved or declared that holds then; whether it matters is for who reads it. */
                        readonly reservations: readonly {
                            readonly article: string;
                            readonly country: string;
                            readonly from: string | null;
                            /** @enum {string} */
                            readonly kind: "RESERVATION" | "DECLARATION";
                            readonly source: string;
                        }[];
                        readonly soleBasis: boolean;
                        /** @description Version of the status that it was judged by. */
                        readonly version: number | null;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_submit: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundle?: {
                        /**
                         * Format: uuid
                         * @description Id of the bundle: any UUID that its members share.
                         */
                        readonly bundle: string;
                        /** @description The referral that leads it. */
                        readonly lead: string;
                    } | null;
                    readonly crossBorder?: {
                        readonly childDefinitionConflict?: boolean | null;
                        /** @enum {string|null} */
                        readonly dualCriminality?: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | null;
                        /**
                         * @description Why dual criminality is not required; with NOT_REQUIRED and never otherwise.
                         * @enum {string|null}
                         */
                        readonly dualCriminalityWaiver?: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | null;
                        /** @enum {string|null} */
                        readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                        /** @default [] */
                        readonly types?: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD")[];
                    } | null;
                    readonly evidence?: readonly {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly holder: string;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER";
                        /** @example application/pdf */
                        readonly mediaType?: string | null;
                        /** @description By which its holder finds it. Never a file name or a description. */
                        readonly reference: string;
                        /** @description Of documents of the allowed kinds and media types only: never of images, video, audio or chat. */
                        readonly sha256?: string | null;
                        /** @description Bytes. */
                        readonly size?: number | null;
                    }[] | null;
                    /**
                     * @description Code of a running exercise that both parties take part in: the referral is synthetic, whatever else it says.
                     * @example EX-2026-NIGHT
                     */
                    readonly exercise?: string | null;
                    /** @default [] */
                    readonly files?: readonly {
                        readonly count: number;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER";
                    }[];
                    readonly incident: {
                        /** @default [] */
                        readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly occurredAt?: string | null;
                        /** @enum {string} */
                        readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA";
                        /**
                         * @description IANA time zone.
                         * @example Asia/Manila
                         */
                        readonly zone?: string | null;
                    };
                    /** @default [] */
                    readonly nexus?: readonly {
                        /** @enum {string} */
                        readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                        /** @enum {string} */
                        readonly confidence: "LOW" | "MEDIUM" | "HIGH";
                        /**
                         * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                         * @example PH
                         */
                        readonly country: string;
                    }[];
                    readonly priority: {
                        /** @description The level of another scheme, for information; nothing is decided by it. */
                        readonly externalPriority?: {
                            readonly code: string;
                            readonly scheme: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset or Z.
                             * @example 2026-11-02T08:15:00+08:00
                             */
                            readonly setAt: string;
                            /**
                             * @description Code of an agency of the directory.
                             * @example PH-WCPC
                             */
                            readonly setBy: string;
                        } | null;
                        /**
                         * @description Any one is enough. P1 IMMINENT: Live-streamed abuse is under way; A child under extortion is suicidal or self-harming; A meeting with the child is arranged; An abducted or missing child is in online contact; Somebody threatens to publish within hours. P2 URGENT: The suspect lives or works with children; New first-generation material points to ongoing abuse; Extortion with continuing payments; A known offender has new contact; The provider deletes the data in less than 14 days. P3 PRIORITY: Known material is shared by an identified account; Solicitation without a meeting; An adult survivor names a suspect; A suspect travels at a later date. P4 STANDARD: Viral duplicates; A report without identifiers; Information on a trend; A request for statistics.
                         * @enum {string}
                         */
                        readonly level: "P1" | "P2" | "P3" | "P4";
                        readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                        /** @description What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3). */
                        readonly riskAssessment?: {
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset or Z.
                             * @example 2026-11-02T08:15:00+08:00
                             */
                            readonly assessedAt: string;
                            readonly assessor: string;
                            readonly tool: string;
                            readonly value: string;
                            readonly version: string;
                        } | null;
                    };
                    /** @description Opaque reference to the sender's statement of the procedure it asks for (Budapest 27(3)). Never text. */
                    readonly procedureRequested?: string | null;
                    /**
                     * @description The sender's own administrative reference.
                     * @example CT-2026-118402
                     */
                    readonly reference?: string | null;
                    readonly reporter?: {
                        /**
                         * @description Name of the company, never of a person.
                         * @example Example Video Ltd
                         */
                        readonly company: string;
                        /** @enum {string} */
                        readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                    } | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset or Z.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly sentAt?: string | null;
                    /** @description Persons concerned. Not accepted yet: absent or empty. */
                    readonly subjects?: readonly unknown[] | null;
                    /** @default false */
                    readonly synthetic?: boolean;
                    readonly to: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 201: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "SUBMITTED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "to": {
                     *         "agency": "PH-WCPC",
                     *         "role": "LE_UNIT",
                     *         "country": "PH"
                     *       },
                     *       "priority": "P2"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly BatchController_submit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly items: readonly unknown[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "index": 0,
                     *           "status": 201,
                     *           "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *           "referral": {
                     *             "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *             "status": "SUBMITTED",
                     *             "since": "2026-11-02T01:30:00.125Z",
                     *             "to": {
                     *               "agency": "PH-WCPC",
                     *               "role": "LE_UNIT",
                     *               "country": "PH"
                     *             },
                     *             "priority": "P2"
                     *           },
                     *           "busPosition": "MzZ-Mn4xLjI"
                     *         },
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "problem": {
                     *             "type": "/problems/CONTENT_INVALID",
                     *             "title": "Invalid content",
                     *             "status": 422,
                     *             "code": "CONTENT_INVALID",
                     *             "instance": "urn:uuid:0198c0de-0000-7000-8000-000000000001",
                     *             "errors": [
                     *               {
                     *                 "path": "/priority/level",
                     *                 "rule": "INVALID_VALUE"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": {
                        readonly results: readonly {
                            readonly busPosition?: string;
                            readonly id?: string;
                            readonly index: number;
                            /** @description As the problem of a single submission; paths of faults are within `referral`. */
                            readonly problem?: {
                                readonly code: string;
                            } & {
                                readonly [key: string]: unknown;
                            };
                            readonly referral?: {
                                /**
                                 * Format: date-time
                                 * @description When the bus accepted what was said, where the referral stays as it was.
                                 */
                                readonly at?: string;
                                /** @description Of a conditional acceptance. */
                                readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                                /**
                                 * @description The referral.
                                 * @example PH.3.0198c0de-0000-7000-8000-000000000000
                                 */
                                readonly id: string;
                                /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                                readonly onward?: {
                                    readonly leg: string;
                                    readonly to: {
                                        readonly agency: string;
                                        readonly country: string;
                                        /** @enum {string} */
                                        readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                                    };
                                };
                                /**
                                 * Format: uuid
                                 * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                                 */
                                readonly part?: string;
                                /**
                                 * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                                 * @enum {string}
                                 */
                                readonly priority?: "P1" | "P2" | "P3" | "P4";
                                /** @enum {string|null} */
                                readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                                /**
                                 * @description Of the release by a second person of the sender's agency.
                                 * @enum {string}
                                 */
                                readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                                /** @enum {string} */
                                readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                                /**
                                 * Format: date-time
                                 * @description Since when it is so, by the clock of the bus.
                                 */
                                readonly since?: string;
                                /**
                                 * @description Where the command brought the referral; absent where it stays as it was.
                                 * @enum {string}
                                 */
                                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                                /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                                readonly to?: {
                                    readonly agency: string;
                                    readonly country: string;
                                    /** @enum {string} */
                                    readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                                };
                                /** @description Version that the statement added to or corrected has now. */
                                readonly version?: number;
                            };
                            /** @description Seconds, for 429 and 503. */
                            readonly retryAfter?: number;
                            /** @description As the HTTP status of a single submission: 201 when accepted. */
                            readonly status: number;
                        }[];
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_requestRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundle?: {
                        /**
                         * Format: uuid
                         * @description Id of the bundle: any UUID that its members share.
                         */
                        readonly bundle: string;
                        /** @description The referral that leads it. */
                        readonly lead: string;
                    } | null;
                    readonly crossBorder?: {
                        readonly childDefinitionConflict?: boolean | null;
                        /** @enum {string|null} */
                        readonly dualCriminality?: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | null;
                        /**
                         * @description Why dual criminality is not required; with NOT_REQUIRED and never otherwise.
                         * @enum {string|null}
                         */
                        readonly dualCriminalityWaiver?: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | null;
                        /** @enum {string|null} */
                        readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                        /** @default [] */
                        readonly types?: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD")[];
                    } | null;
                    readonly evidence?: readonly {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly holder: string;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER";
                        /** @example application/pdf */
                        readonly mediaType?: string | null;
                        /** @description By which its holder finds it. Never a file name or a description. */
                        readonly reference: string;
                        /** @description Of documents of the allowed kinds and media types only: never of images, video, audio or chat. */
                        readonly sha256?: string | null;
                        /** @description Bytes. */
                        readonly size?: number | null;
                    }[] | null;
                    /**
                     * @description Code of a running exercise that both parties take part in: the referral is synthetic, whatever else it says.
                     * @example EX-2026-NIGHT
                     */
                    readonly exercise?: string | null;
                    /** @default [] */
                    readonly files?: readonly {
                        readonly count: number;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER";
                    }[];
                    readonly incident: {
                        /** @default [] */
                        readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly occurredAt?: string | null;
                        /** @enum {string} */
                        readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA";
                        /**
                         * @description IANA time zone.
                         * @example Asia/Manila
                         */
                        readonly zone?: string | null;
                    };
                    /** @default [] */
                    readonly nexus?: readonly {
                        /** @enum {string} */
                        readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                        /** @enum {string} */
                        readonly confidence: "LOW" | "MEDIUM" | "HIGH";
                        /**
                         * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                         * @example PH
                         */
                        readonly country: string;
                    }[];
                    readonly priority: {
                        /** @description The level of another scheme, for information; nothing is decided by it. */
                        readonly externalPriority?: {
                            readonly code: string;
                            readonly scheme: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset or Z.
                             * @example 2026-11-02T08:15:00+08:00
                             */
                            readonly setAt: string;
                            /**
                             * @description Code of an agency of the directory.
                             * @example PH-WCPC
                             */
                            readonly setBy: string;
                        } | null;
                        /**
                         * @description Any one is enough. P1 IMMINENT: Live-streamed abuse is under way; A child under extortion is suicidal or self-harming; A meeting with the child is arranged; An abducted or missing child is in online contact; Somebody threatens to publish within hours. P2 URGENT: The suspect lives or works with children; New first-generation material points to ongoing abuse; Extortion with continuing payments; A known offender has new contact; The provider deletes the data in less than 14 days. P3 PRIORITY: Known material is shared by an identified account; Solicitation without a meeting; An adult survivor names a suspect; A suspect travels at a later date. P4 STANDARD: Viral duplicates; A report without identifiers; Information on a trend; A request for statistics.
                         * @enum {string}
                         */
                        readonly level: "P1" | "P2" | "P3" | "P4";
                        readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                        /** @description What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3). */
                        readonly riskAssessment?: {
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset or Z.
                             * @example 2026-11-02T08:15:00+08:00
                             */
                            readonly assessedAt: string;
                            readonly assessor: string;
                            readonly tool: string;
                            readonly value: string;
                            readonly version: string;
                        } | null;
                    };
                    /** @description Opaque reference to the sender's statement of the procedure it asks for (Budapest 27(3)). Never text. */
                    readonly procedureRequested?: string | null;
                    /**
                     * @description The sender's own administrative reference.
                     * @example CT-2026-118402
                     */
                    readonly reference?: string | null;
                    readonly reporter?: {
                        /**
                         * @description Name of the company, never of a person.
                         * @example Example Video Ltd
                         */
                        readonly company: string;
                        /** @enum {string} */
                        readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                    } | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset or Z.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly sentAt?: string | null;
                    /** @description Persons concerned. Not accepted yet: absent or empty. */
                    readonly subjects?: readonly unknown[] | null;
                    /** @default false */
                    readonly synthetic?: boolean;
                    readonly to: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 201: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "to": {
                     *         "agency": "PH-WCPC",
                     *         "role": "LE_UNIT",
                     *         "country": "PH"
                     *       },
                     *       "priority": "P2",
                     *       "release": "REQUESTED"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The referral as the caller may see it. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Case"];
                };
            };
        };
    };
    readonly ReferralCommandController_accept: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description On what conditions; required with CONDITIONAL, and never otherwise. */
                    readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[] | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description Why only in part or on conditions; never with FULL.
                     * @enum {string|null}
                     */
                    readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                    /** @enum {string} */
                    readonly scope: "FULL" | "PARTIAL" | "CONDITIONAL";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "ACCEPTED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "scope": "CONDITIONAL",
                     *       "reason": "HARMS_INVESTIGATION",
                     *       "conditions": [
                     *         "NO_CONTACT_SUSPECT",
                     *         "CONSULT_BEFORE_ACTION"
                     *       ]
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_acknowledge: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "ACKNOWLEDGED",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_approveRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundle?: {
                        /**
                         * Format: uuid
                         * @description Id of the bundle: any UUID that its members share.
                         */
                        readonly bundle: string;
                        /** @description The referral that leads it. */
                        readonly lead: string;
                    } | null;
                    readonly crossBorder?: {
                        readonly childDefinitionConflict?: boolean | null;
                        /** @enum {string|null} */
                        readonly dualCriminality?: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | null;
                        /**
                         * @description Why dual criminality is not required; with NOT_REQUIRED and never otherwise.
                         * @enum {string|null}
                         */
                        readonly dualCriminalityWaiver?: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | null;
                        /** @enum {string|null} */
                        readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                        /** @default [] */
                        readonly types?: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD")[];
                    } | null;
                    readonly evidence?: readonly {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly holder: string;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER";
                        /** @example application/pdf */
                        readonly mediaType?: string | null;
                        /** @description By which its holder finds it. Never a file name or a description. */
                        readonly reference: string;
                        /** @description Of documents of the allowed kinds and media types only: never of images, video, audio or chat. */
                        readonly sha256?: string | null;
                        /** @description Bytes. */
                        readonly size?: number | null;
                    }[] | null;
                    /**
                     * @description Code of a running exercise that both parties take part in: the referral is synthetic, whatever else it says.
                     * @example EX-2026-NIGHT
                     */
                    readonly exercise?: string | null;
                    /** @default [] */
                    readonly files?: readonly {
                        readonly count: number;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER";
                    }[];
                    readonly incident: {
                        /** @default [] */
                        readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly occurredAt?: string | null;
                        /** @enum {string} */
                        readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA";
                        /**
                         * @description IANA time zone.
                         * @example Asia/Manila
                         */
                        readonly zone?: string | null;
                    };
                    /** @default [] */
                    readonly nexus?: readonly {
                        /** @enum {string} */
                        readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                        /** @enum {string} */
                        readonly confidence: "LOW" | "MEDIUM" | "HIGH";
                        /**
                         * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                         * @example PH
                         */
                        readonly country: string;
                    }[];
                    readonly priority: {
                        /** @description The level of another scheme, for information; nothing is decided by it. */
                        readonly externalPriority?: {
                            readonly code: string;
                            readonly scheme: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset or Z.
                             * @example 2026-11-02T08:15:00+08:00
                             */
                            readonly setAt: string;
                            /**
                             * @description Code of an agency of the directory.
                             * @example PH-WCPC
                             */
                            readonly setBy: string;
                        } | null;
                        /**
                         * @description Any one is enough. P1 IMMINENT: Live-streamed abuse is under way; A child under extortion is suicidal or self-harming; A meeting with the child is arranged; An abducted or missing child is in online contact; Somebody threatens to publish within hours. P2 URGENT: The suspect lives or works with children; New first-generation material points to ongoing abuse; Extortion with continuing payments; A known offender has new contact; The provider deletes the data in less than 14 days. P3 PRIORITY: Known material is shared by an identified account; Solicitation without a meeting; An adult survivor names a suspect; A suspect travels at a later date. P4 STANDARD: Viral duplicates; A report without identifiers; Information on a trend; A request for statistics.
                         * @enum {string}
                         */
                        readonly level: "P1" | "P2" | "P3" | "P4";
                        readonly reasons: readonly ("LIFE_THREAT" | "SELF_HARM_RISK" | "LIVE_ABUSE" | "MEETING_ARRANGED" | "CHILD_MISSING" | "EXTORTION_ACTIVE" | "CONTACT_ACCESS" | "ONGOING_ABUSE_SIGNS" | "REPEAT_OFFENDER" | "TRAVEL_IMMINENT" | "EVIDENCE_LOSS" | "MULTIPLE_VICTIMS" | "VULNERABLE_CHILD" | "IDENTIFIED_SUSPECT" | "IDENTIFIED_VICTIM" | "KNOWN_MATERIAL_ONLY" | "NO_IDENTIFIERS" | "INFORMATIONAL")[];
                        /** @description What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3). */
                        readonly riskAssessment?: {
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset or Z.
                             * @example 2026-11-02T08:15:00+08:00
                             */
                            readonly assessedAt: string;
                            readonly assessor: string;
                            readonly tool: string;
                            readonly value: string;
                            readonly version: string;
                        } | null;
                    };
                    /** @description Opaque reference to the sender's statement of the procedure it asks for (Budapest 27(3)). Never text. */
                    readonly procedureRequested?: string | null;
                    /**
                     * @description The sender's own administrative reference.
                     * @example CT-2026-118402
                     */
                    readonly reference?: string | null;
                    readonly reporter?: {
                        /**
                         * @description Name of the company, never of a person.
                         * @example Example Video Ltd
                         */
                        readonly company: string;
                        /** @enum {string} */
                        readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                    } | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset or Z.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly sentAt?: string | null;
                    /** @description Persons concerned. Not accepted yet: absent or empty. */
                    readonly subjects?: readonly unknown[] | null;
                    /** @default false */
                    readonly synthetic?: boolean;
                    readonly to: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "SUBMITTED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "release": "APPROVED",
                     *       "to": {
                     *         "agency": "PH-WCPC",
                     *         "role": "LE_UNIT",
                     *         "country": "PH"
                     *       },
                     *       "priority": "P2"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_approveTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description The agency that asked.
                     * @example PH-WCPC
                     */
                    readonly requester: string;
                    /** @enum {string|null} */
                    readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "FORWARDED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "onward": {
                     *         "leg": "AU.44.0198c0de-0000-7000-8000-000000000003",
                     *         "to": {
                     *           "agency": "AU-NCP",
                     *           "role": "NCP_LE",
                     *           "country": "AU"
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_bundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly basis: "VIRAL_DUPLICATE" | "SAME_EXTERNAL_REPORT" | "SAME_INCIDENT";
                    readonly bundle: {
                        /**
                         * Format: uuid
                         * @description Id of the bundle: any UUID that its members share.
                         */
                        readonly bundle: string;
                        /** @description The referral that leads it. */
                        readonly lead: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_close: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reasons: readonly ("OUTCOME_FINAL" | "NO_FURTHER_ACTION" | "CONTINUED_ELSEWHERE" | "VICTIM_WITHDREW" | "RECEIVER_SILENT")[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "CLOSED",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_concludeConsultation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description The country that leads; with LEAD_AGREED and never otherwise.
                     * @example PH
                     */
                    readonly lead?: string | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly result: "LEAD_AGREED" | "JOINT_CASE" | "PARALLEL_WITH_COORDINATION" | "ONE_STOPS" | "NO_AGREEMENT";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_confirmWithdrawal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "WITHDRAWN",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_correct: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly crossBorder?: {
                        readonly childDefinitionConflict?: boolean | null;
                        /** @enum {string|null} */
                        readonly dualCriminality?: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | null;
                        /**
                         * @description Why dual criminality is not required; with NOT_REQUIRED and never otherwise.
                         * @enum {string|null}
                         */
                        readonly dualCriminalityWaiver?: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | null;
                        /** @enum {string|null} */
                        readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                        /** @default [] */
                        readonly types?: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD")[];
                    } | null;
                    readonly evidence?: readonly {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly holder: string;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER";
                        /** @example application/pdf */
                        readonly mediaType?: string | null;
                        /** @description By which its holder finds it. Never a file name or a description. */
                        readonly reference: string;
                        /** @description Of documents of the allowed kinds and media types only: never of images, video, audio or chat. */
                        readonly sha256?: string | null;
                        /** @description Bytes. */
                        readonly size?: number | null;
                    }[] | null;
                    readonly files?: readonly {
                        readonly count: number;
                        /** @enum {string} */
                        readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER";
                    }[] | null;
                    readonly incident?: {
                        /** @default [] */
                        readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset or Z.
                         * @example 2026-11-02T08:15:00+08:00
                         */
                        readonly occurredAt?: string | null;
                        /** @enum {string} */
                        readonly offenceType: "SEXUAL_ABUSE_CONTACT" | "EXPLOIT_PROSTITUTION" | "CSAM_PRODUCTION" | "CSAM_OFFERING" | "CSAM_DISTRIBUTION" | "CSAM_PROCURING" | "CSAM_POSSESSION" | "CSAM_ACCESS" | "PERFORMANCE" | "CAUSE_TO_WITNESS" | "SOLICITATION" | "SEXUAL_EXTORTION" | "TRAFFICKING" | "TRAVEL_TOURISM" | "COMMUNITY_FACILITATION" | "ATTEMPT_AIDING" | "OTHER_CSEA";
                        /**
                         * @description IANA time zone.
                         * @example Asia/Manila
                         */
                        readonly zone?: string | null;
                    } | null;
                    readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[] | null;
                    readonly nexus?: readonly {
                        /** @enum {string} */
                        readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                        /** @enum {string} */
                        readonly confidence: "LOW" | "MEDIUM" | "HIGH";
                        /**
                         * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                         * @example PH
                         */
                        readonly country: string;
                    }[] | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly outcomes?: readonly {
                        /** @enum {string} */
                        readonly accuracy: "CONFIRMED" | "DIRECT_KNOWLEDGE" | "CORROBORATED" | "UNCORROBORATED" | "IMPROBABLE";
                        /**
                         * Format: date
                         * @description A date, such as 2026-11-02.
                         * @example 2026-11-02
                         */
                        readonly on: string;
                        /** @enum {string} */
                        readonly outcome: "CHILD_SAFEGUARDED" | "CHILD_IDENTIFIED" | "CHILD_LOCATED_ABROAD" | "SUSPECT_IDENTIFIED" | "SUSPECT_ARRESTED" | "CHARGED" | "CONVICTED" | "ACQUITTED" | "CONTENT_REMOVED" | "ACCOUNT_ACTIONED" | "EVIDENCE_PRESERVED" | "LINKED_TO_EXISTING" | "INTELLIGENCE_ONLY" | "NO_OFFENCE" | "UNFOUNDED" | "UNABLE_TO_IDENTIFY" | "NOT_PURSUED";
                    }[] | null;
                    /**
                     * Format: uuid
                     * @description The statement that is meant: its event id, as `part` of the answer to it. Absent: the submission.
                     */
                    readonly part?: string | null;
                    /** @enum {string} */
                    readonly reason: "FACTUAL_ERROR" | "FACTS_CHANGED" | "RECTIFICATION_REQUESTED" | "TRANSLATION_ERROR";
                    /**
                     * @description The sender's own administrative reference.
                     * @example CT-2026-118402
                     */
                    readonly reference?: string | null;
                    readonly reporter?: {
                        /**
                         * @description Name of the company, never of a person.
                         * @example Example Video Ltd
                         */
                        readonly company: string;
                        /** @enum {string} */
                        readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                    } | null;
                    /** @description Persons concerned. Not accepted yet: absent or empty. */
                    readonly subjects?: readonly unknown[] | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "version": 3
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_declineWithdrawal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "PROCEEDINGS_CONTINUE" | "CHILD_AT_RISK" | "DUTY_TO_INVESTIGATE" | "DATA_IN_USE";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_enterInError: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "WRONG_CASE" | "WRONG_PERSON" | "DUPLICATE_ENTRY" | "TEST_ENTRY" | "PROHIBITED_CONTENT";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "ENTERED_IN_ERROR",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_enterPartInError: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * Format: uuid
                     * @description Id of an event, as an answer or a timeline named it.
                     */
                    readonly part: string;
                    /** @enum {string} */
                    readonly reason: "WRONG_CASE" | "WRONG_PERSON" | "DUPLICATE_ENTRY" | "TEST_ENTRY" | "PROHIBITED_CONTENT";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_forward: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description Why the agency does not keep it.
                     * @enum {string|null}
                     */
                    readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                    readonly to: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "FORWARDED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "onward": {
                     *         "leg": "AU.44.0198c0de-0000-7000-8000-000000000003",
                     *         "to": {
                     *           "agency": "AU-NCP",
                     *           "role": "NCP_LE",
                     *           "country": "AU"
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_grantAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly extent: "STATE_AND_OUTCOME" | "CASE";
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description The agency that asked.
                     * @example PH-WCPC
                     */
                    readonly requester: string;
                    /**
                     * Format: date-time
                     * @description When the grant lapses: ahead, and no further than the rules allow.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_notifyDelay: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description It cannot act at all, rather than late.
                     * @default false
                     */
                    readonly impossible?: boolean;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION";
                    /**
                     * Format: date-time
                     * @description When it expects to act.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly until?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_offerHandover: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description Why the agency does not keep it.
                     * @enum {string|null}
                     */
                    readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                    readonly to: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "onward": {
                     *         "leg": "AU.44.0198c0de-0000-7000-8000-000000000003",
                     *         "to": {
                     *           "agency": "AU-NCP",
                     *           "role": "NCP_LE",
                     *           "country": "AU"
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_openConsultation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly bases?: readonly ("OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION")[];
                    readonly countries: readonly string[];
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_provideInformation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default {} */
                    readonly additions?: {
                        readonly crossBorder?: {
                            readonly childDefinitionConflict?: boolean | null;
                            /** @enum {string|null} */
                            readonly dualCriminality?: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | null;
                            /**
                             * @description Why dual criminality is not required; with NOT_REQUIRED and never otherwise.
                             * @enum {string|null}
                             */
                            readonly dualCriminalityWaiver?: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | null;
                            /** @enum {string|null} */
                            readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                            /** @default [] */
                            readonly types?: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD")[];
                        } | null;
                        readonly evidence?: readonly {
                            /**
                             * @description Code of an agency of the directory.
                             * @example PH-WCPC
                             */
                            readonly holder: string;
                            /** @enum {string} */
                            readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER";
                            /** @example application/pdf */
                            readonly mediaType?: string | null;
                            /** @description By which its holder finds it. Never a file name or a description. */
                            readonly reference: string;
                            /** @description Of documents of the allowed kinds and media types only: never of images, video, audio or chat. */
                            readonly sha256?: string | null;
                            /** @description Bytes. */
                            readonly size?: number | null;
                        }[];
                        /** @default [] */
                        readonly files?: readonly {
                            readonly count: number;
                            /** @enum {string} */
                            readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER";
                        }[];
                        /** @default [] */
                        readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[];
                        /** @default [] */
                        readonly nexus?: readonly {
                            /** @enum {string} */
                            readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                            /** @enum {string} */
                            readonly confidence: "LOW" | "MEDIUM" | "HIGH";
                            /**
                             * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                             * @example PH
                             */
                            readonly country: string;
                        }[];
                        /** @description Persons concerned. Not accepted yet: absent or empty. */
                        readonly subjects?: readonly unknown[] | null;
                    };
                    /**
                     * @description Answered by the additions, or by the note.
                     * @default []
                     */
                    readonly answered?: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER")[];
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description What the sender cannot give.
                     * @default []
                     */
                    readonly unavailable?: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER")[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "ACKNOWLEDGED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_receive: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "RECEIVED",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_refuseAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE";
                    /**
                     * @description The agency that asked.
                     * @example PH-WCPC
                     */
                    readonly requester: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_refuseRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "release": "REFUSED"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_refuseTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE";
                    /**
                     * @description The agency that asked.
                     * @example PH-WCPC
                     */
                    readonly requester: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_reject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The referral that this one repeats; required for DUPLICATE. */
                    readonly duplicateOf?: string | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * @description Partial or conditional acceptance was considered first; required for grounds of competence and law.
                     * @default false
                     */
                    readonly partialConsidered?: boolean;
                    /** @enum {string} */
                    readonly reason: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE";
                    /** @description Who is competent; required for WRONG_RECIPIENT. */
                    readonly suggested?: {
                        /**
                         * @description Code of an agency of the directory.
                         * @example PH-WCPC
                         */
                        readonly agency: string;
                        /** @enum {string|null} */
                        readonly role?: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH" | null;
                    } | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "REJECTED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "reason": "WRONG_RECIPIENT"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_reopen: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "NEW_INFORMATION" | "CHILD_AT_RISK" | "FURTHER_PERSONS" | "DECISION_REVIEWED" | "ENDED_IN_ERROR";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "ACKNOWLEDGED",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_reportOutcome: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Where extradition stands now.
                     * @enum {string|null}
                     */
                    readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly outcomes: readonly {
                        /** @enum {string} */
                        readonly accuracy: "CONFIRMED" | "DIRECT_KNOWLEDGE" | "CORROBORATED" | "UNCORROBORATED" | "IMPROBABLE";
                        /**
                         * Format: date
                         * @description A date, such as 2026-11-02.
                         * @example 2026-11-02
                         */
                        readonly on: string;
                        /** @enum {string} */
                        readonly outcome: "CHILD_SAFEGUARDED" | "CHILD_IDENTIFIED" | "CHILD_LOCATED_ABROAD" | "SUSPECT_IDENTIFIED" | "SUSPECT_ARRESTED" | "CHARGED" | "CONVICTED" | "ACQUITTED" | "CONTENT_REMOVED" | "ACCOUNT_ACTIONED" | "EVIDENCE_PRESERVED" | "LINKED_TO_EXISTING" | "INTELLIGENCE_ONLY" | "NO_OFFENCE" | "UNFOUNDED" | "UNABLE_TO_IDENTIFY" | "NOT_PURSUED";
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "OUTCOME_REPORTED",
                     *       "since": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_requestAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly extent: "STATE_AND_OUTCOME" | "CASE";
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly purpose: "SAFEGUARD_CHILD" | "PREVENT" | "DETECT" | "INVESTIGATE" | "PROSECUTE" | "EXECUTE_PENALTY" | "CRIMINAL_PROCEEDINGS_SUPPORT" | "VICTIM_SUPPORT" | "CONTENT_REMOVAL" | "DECONFLICTION" | "STATISTICS" | "AUDIT";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": "NOTED"
                     *     }
                     */
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly request: "NOTED";
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_requestInformation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    readonly types: readonly ("IDENTIFIER" | "LOCATION" | "TIME" | "LEGAL_DOCUMENT" | "TRANSLATION" | "PRESERVATION_STATUS" | "VICTIM_STATUS" | "SOURCE_EVALUATION" | "OTHER")[];
                    /**
                     * Format: date-time
                     * @description A wish; nothing expires by it.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly wantedBy?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "INFO_REQUESTED",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_requestTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "CHILD_AT_RISK_PRESENT" | "CHILD_PROTECTED_HERE" | "SUSPECT_PRESENT" | "MOST_VICTIMS" | "MOST_ADVANCED_INVESTIGATION" | "AGREED";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": "NOTED"
                     *     }
                     */
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly request: "NOTED";
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_requestWithdrawal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "NO_LONGER_NEEDED" | "WRONG_RECIPIENT" | "DUPLICATE_HANDLED_ELSEWHERE" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | "VICTIM_WITHDREW";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ActingController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description It concerns data that the party whose step it is holds itself. */
                readonly holdsData?: string;
                /** @description The override for a threat to life was invoked. */
                readonly override?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The party first; then responsible before accountable, and whoever is there now before others. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Acting"];
                };
            };
        };
    };
    readonly ReferralCommandController_resumeWork: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "IN_PROGRESS",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_startWork: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "IN_PROGRESS",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_supplement: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default {} */
                    readonly additions?: {
                        readonly crossBorder?: {
                            readonly childDefinitionConflict?: boolean | null;
                            /** @enum {string|null} */
                            readonly dualCriminality?: "NOT_REQUIRED" | "MET" | "NOT_MET" | "UNDETERMINED" | "RESERVED_29_4" | null;
                            /**
                             * @description Why dual criminality is not required; with NOT_REQUIRED and never otherwise.
                             * @enum {string|null}
                             */
                            readonly dualCriminalityWaiver?: "LANZAROTE_25_4" | "BUDAPEST_29_3" | "OTHER_INSTRUMENT" | "NATIONAL_LAW" | null;
                            /** @enum {string|null} */
                            readonly extraditionFlag?: "NONE" | "MAY_BE_NEEDED" | "PROVISIONAL_ARREST_SOUGHT" | "REQUESTED" | "GRANTED" | "REFUSED_NATIONALITY" | "REFUSED_OTHER" | "SURRENDERED" | null;
                            /** @default [] */
                            readonly types?: readonly ("VICTIM_AND_SUSPECT_DIFFERENT_STATES" | "VICTIM_COMPLAINT_IN_RESIDENCE_STATE" | "TRAVELLING_SUSPECT" | "MULTI_STATE_VICTIMS" | "PROVIDER_ABROAD")[];
                        } | null;
                        readonly evidence?: readonly {
                            /**
                             * @description Code of an agency of the directory.
                             * @example PH-WCPC
                             */
                            readonly holder: string;
                            /** @enum {string} */
                            readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DEVICE_DATA" | "ACCOUNT_DATA" | "LEGAL_ORDER" | "PRESERVATION_LETTER" | "CONSENT_FORM" | "TRANSLATION" | "CASE_DOCUMENT" | "OTHER";
                            /** @example application/pdf */
                            readonly mediaType?: string | null;
                            /** @description By which its holder finds it. Never a file name or a description. */
                            readonly reference: string;
                            /** @description Of documents of the allowed kinds and media types only: never of images, video, audio or chat. */
                            readonly sha256?: string | null;
                            /** @description Bytes. */
                            readonly size?: number | null;
                        }[];
                        /** @default [] */
                        readonly files?: readonly {
                            readonly count: number;
                            /** @enum {string} */
                            readonly kind: "IMAGE" | "VIDEO" | "AUDIO" | "CHAT_LOG" | "DOCUMENT" | "OTHER";
                        }[];
                        /** @default [] */
                        readonly modifiers?: readonly ("GENERATIVE_AI" | "LIVE_STREAMED" | "SELF_GENERATED_CLAIMED" | "FINANCIAL_EXTORTION" | "CSAM_SOLICITED" | "MINOR_TO_MINOR" | "SADISTIC_ONLINE_EXPLOITATION" | "POSITION_OF_TRUST" | "FAMILY" | "MULTIPLE_VICTIMS" | "ORGANISED_GROUP" | "VIRAL_OR_MEME" | "SPAM" | "KNOWN_MATERIAL" | "FIRST_GENERATION" | "END_TO_END_ENCRYPTED")[];
                        /** @default [] */
                        readonly nexus?: readonly {
                            /** @enum {string} */
                            readonly basis: "OFFENCE_PLACE" | "SHIP_FLAG" | "AIRCRAFT_REG" | "SUSPECT_NATIONALITY" | "SUSPECT_HABITUAL_RESIDENCE" | "SUSPECT_PRESENT" | "VICTIM_NATIONALITY" | "VICTIM_HABITUAL_RESIDENCE" | "VICTIM_PRESENT" | "PROVIDER_ESTABLISHED" | "DATA_LOCATION" | "PAYMENT_DESTINATION" | "UNKNOWN";
                            /** @enum {string} */
                            readonly confidence: "LOW" | "MEDIUM" | "HIGH";
                            /**
                             * @description ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).
                             * @example PH
                             */
                            readonly country: string;
                        }[];
                        /** @description Persons concerned. Not accepted yet: absent or empty. */
                        readonly subjects?: readonly unknown[] | null;
                    };
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /**
                     * Format: uuid
                     * @description The statement that is meant: its event id, as `part` of the answer to it. Absent: the submission.
                     */
                    readonly part?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "at": "2026-11-02T01:30:00.125Z",
                     *       "part": "0198c0de-0000-7000-8000-000000000002",
                     *       "version": 2
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly ReferralCommandController_suspendWork: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "OWN_PROCEEDINGS" | "AWAIT_AUTHORISATION" | "AWAIT_INFO" | "AWAIT_TRANSLATION" | "AWAIT_OTHER_COUNTRY" | "DECONFLICTION";
                    /**
                     * Format: date-time
                     * @description When the work is looked at again: ahead, and no further than the rules allow.
                     * @example 2026-11-02T08:15:00+08:00
                     */
                    readonly reviewAt: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "ON_HOLD",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly TimelineController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description To be printed (html) or calculated with (csv); else by `Accept`, else JSON. */
                readonly format?: "json" | "csv" | "html";
                /** @description Entries at once. */
                readonly limit?: number;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Oldest first. As CSV or HTML `Bus-Next` has the cursor of the next part, where there is one. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Timeline"];
                };
            };
        };
    };
    readonly ReferralCommandController_withdraw: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the referral. */
                readonly id: unknown;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Opaque reference to the agency's own note, which stays with that agency. Never text.
                     * @example NOTE-118402
                     */
                    readonly note?: string | null;
                    /** @enum {string} */
                    readonly reason: "NO_LONGER_NEEDED" | "WRONG_RECIPIENT" | "DUPLICATE_HANDLED_ELSEWHERE" | "FACTS_DISPROVED" | "WRONGLY_CLASSIFIED" | "VICTIM_WITHDREW";
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly "Bus-Position"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "PH.36.0198c0de-0000-7000-8000-000000000000",
                     *       "status": "WITHDRAWN",
                     *       "since": "2026-11-02T01:30:00.125Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description When the bus accepted what was said, where the referral stays as it was.
                         */
                        readonly at?: string;
                        /** @description Of a conditional acceptance. */
                        readonly conditions?: readonly ("NO_COURT_USE" | "NO_ONWARD" | "NO_CONTACT_SUSPECT" | "NO_CONTACT_PROVIDER" | "NO_CONTACT_VICTIM_FAMILY" | "CONFIDENTIAL_EXISTENCE" | "CONSULT_BEFORE_ACTION" | "LE_ONLY" | "CHILD_PROTECTION_ONLY" | "AGGREGATE_ONLY")[];
                        /**
                         * @description The referral.
                         * @example PH.3.0198c0de-0000-7000-8000-000000000000
                         */
                        readonly id: string;
                        /** @description The referral in which the case goes on, and to whom; it is submitted by the bus. */
                        readonly onward?: {
                            readonly leg: string;
                            readonly to: {
                                readonly agency: string;
                                readonly country: string;
                                /** @enum {string} */
                                readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                            };
                        };
                        /**
                         * Format: uuid
                         * @description Id of what was said: by this it is named when it is added to, corrected or taken back.
                         */
                        readonly part?: string;
                        /**
                         * @description As the sender set it; in the answer to a change of it, the level that drives from then on.
                         * @enum {string}
                         */
                        readonly priority?: "P1" | "P2" | "P3" | "P4";
                        /** @enum {string|null} */
                        readonly reason?: "NOT_COMPETENT_TERRITORY" | "NOT_COMPETENT_SUBJECT" | "WRONG_RECIPIENT" | "NO_LEGAL_BASIS" | "NOT_AN_OFFENCE_HERE" | "DUAL_CRIMINALITY_ABSENT" | "NE_BIS_IN_IDEM" | "TIME_BARRED" | "AUTHORISATION_REFUSED" | "IMMUNITY_OR_PRIVILEGE" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "FUNDAMENTAL_RIGHTS" | "DISPROPORTIONATE" | "HARMS_INVESTIGATION" | "ENDANGERS_PERSON" | "DECONFLICTED" | "INSUFFICIENT_INFO" | "DUPLICATE" | "DATA_NOT_HELD" | "DATA_EXPIRED" | "HANDLING_CANNOT_COMPLY" | "CAPACITY" | "PROHIBITED_CONTENT" | "SIGNATURE_INVALID" | "SCHEMA_INVALID" | "STALE" | null;
                        /**
                         * @description Of the release by a second person of the sender's agency.
                         * @enum {string}
                         */
                        readonly release?: "REQUESTED" | "APPROVED" | "REFUSED";
                        /** @enum {string} */
                        readonly scope?: "FULL" | "PARTIAL" | "CONDITIONAL";
                        /**
                         * Format: date-time
                         * @description Since when it is so, by the clock of the bus.
                         */
                        readonly since?: string;
                        /**
                         * @description Where the command brought the referral; absent where it stays as it was.
                         * @enum {string}
                         */
                        readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                        /** @description The addressed agency, with the role that was chosen for it. In the answer to a submission. */
                        readonly to?: {
                            readonly agency: string;
                            readonly country: string;
                            /** @enum {string} */
                            readonly role: "HOTLINE" | "HELPLINE" | "CLEARINGHOUSE" | "NCP_LE" | "POC_247" | "LE_UNIT" | "PROSECUTOR" | "CENTRAL_AUTH" | "CHILD_PROT" | "VICTIM_SUPPORT" | "HEALTH" | "INDUSTRY_TS" | "INDUSTRY_SIGNAL" | "LIAISON_INTL" | "DPA_COMPLIANCE" | "OVERSIGHT" | "SCHEME_ADMIN" | "RESEARCH";
                        };
                        /** @description Version that the statement added to or corrected has now. */
                        readonly version?: number;
                    };
                };
            };
        };
    };
    readonly SentController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Only where the agency on the other side is of this country. */
                readonly jurisdiction?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description Only referrals that this priority drives. */
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description Only referrals that came into their state with this code. */
                readonly reason?: string;
                /** @description Submitted at or after this time. */
                readonly since?: string;
                /** @description Only referrals in this state (vocabulary 2.2). */
                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
                /** @description Only to this recipient. */
                readonly to?: string;
                /** @description Submitted before this time. */
                readonly until?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of referrals. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReferralList"];
                };
            };
        };
    };
    readonly WebhooksController_list: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly description: string;
                            /** Format: date-time */
                            readonly failingSince: string | null;
                            /** @description In a row, since it took something. */
                            readonly failures: number;
                            /** Format: uuid */
                            readonly id: string;
                            /**
                             * Format: date-time
                             * @description Until then only what is urgent is tried.
                             */
                            readonly pausedUntil: string | null;
                            /** @description Code of what keeps the feed from being read; null: nothing. */
                            readonly reading: string | null;
                            /**
                             * @description Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.
                             * @enum {string|null}
                             */
                            readonly reason: "OWNER" | "FAILING" | "CLIENT_REVOKED" | null;
                            /**
                             * @description PENDING: enable it, which challenges it.
                             * @enum {string}
                             */
                            readonly status: "PENDING" | "ACTIVE" | "DISABLED";
                            readonly subscription: {
                                readonly jurisdictions: readonly string[] | null;
                                readonly priorities: readonly string[] | null;
                                readonly topics: readonly string[] | null;
                                readonly types: readonly string[] | null;
                            };
                            readonly synthetic: boolean;
                            readonly url: string;
                        }[];
                        /** @enum {string|null} */
                        readonly next: null;
                    };
                };
            };
        };
    };
    readonly WebhooksController_register: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description `next` of an answer of `GET /v1/feed`: begins there. Without it, at the beginning. */
                    readonly cursor?: string;
                    /**
                     * @description For people; nothing of a case.
                     * @default
                     */
                    readonly description?: string;
                    /**
                     * @description What is wanted of the feed: all that is given must fit, and nothing given is everything.
                     * @default {}
                     */
                    readonly subscription?: {
                        /** @description Countries that a referral was sent from or to. */
                        readonly jurisdictions?: readonly string[];
                        /** @description Driving priority of the referral. What has none that the agency is told of is sent as well. */
                        readonly priorities?: readonly ("P1" | "P2" | "P3" | "P4")[];
                        /** @description Families of events. */
                        readonly topics?: readonly ("access" | "escalation" | "membership" | "referral")[];
                        /** @description Names of events. */
                        readonly types?: readonly ("AccessGranted" | "AccessRefused" | "AccessRequested" | "Corrected" | "DelayNotified" | "EnteredInError" | "EvidenceAdvanced" | "ForwardReturned" | "HandoverOffered" | "InformationProvided" | "InformationRequested" | "JurisdictionConsultationConcluded" | "JurisdictionConsultationOpened" | "OutcomeReported" | "ReferralAccepted" | "ReferralAcknowledged" | "ReferralClosed" | "ReferralExpired" | "ReferralForwarded" | "ReferralReceived" | "ReferralRejected" | "ReferralReopened" | "ReferralSubmitted" | "ReferralWithdrawn" | "ReferralsBundled" | "ReleaseApproved" | "ReleaseRefused" | "ReleaseRequested" | "Supplemented" | "TransferApproved" | "TransferRefused" | "TransferRequested" | "WithdrawalConfirmed" | "WithdrawalDeclined" | "WithdrawalRequested" | "WorkResumed" | "WorkStarted" | "WorkSuspended" | "DeadlineMissed" | "DeadlineWarned" | "EscalationAnswered" | "EscalationRaised" | "OnwardRefusalAnswered" | "OnwardRefused" | "PreservationConfirmed" | "PreservationExpiring" | "PreservationReleased" | "PreservationRequested" | "PriorityChanged" | "PriorityDisputed" | "PrioritySet" | "SafeguardingConfirmed" | "SafeguardingNotified" | "VoiceContactRecorded" | "CommandRefused" | "CapacityNotified" | "ChangeApproved" | "ChangeCommented" | "ChangeDeclined" | "ChangeProposed" | "ChangeWithdrawn" | "ClientRegistered" | "ClientRevoked" | "CodeListPublished" | "ContactPointChanged" | "ExerciseEnded" | "ExerciseStarted" | "JurisdictionLanesAssigned" | "LessonRecorded" | "MaintenanceNotified" | "MemberAdmitted" | "MemberLeft" | "MemberProposed" | "MemberSuspended" | "RuleSetPublished" | "TreatyStatusPublished")[];
                    };
                    /**
                     * @description Exercises instead of real work.
                     * @default false
                     */
                    readonly synthetic?: boolean;
                    /** @description https address of an allowed host. */
                    readonly url: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
                     *       "url": "https://cases.wcpc.example/bus",
                     *       "description": "Case system, production",
                     *       "subscription": {
                     *         "topics": [
                     *           "referral",
                     *           "escalation"
                     *         ],
                     *         "types": null,
                     *         "jurisdictions": null,
                     *         "priorities": [
                     *           "P1",
                     *           "P2"
                     *         ]
                     *       },
                     *       "synthetic": false,
                     *       "status": "PENDING",
                     *       "reason": null,
                     *       "createdAt": "2026-11-24T09:12:44.310Z",
                     *       "failures": 0,
                     *       "failingSince": null,
                     *       "pausedUntil": null,
                     *       "reading": null,
                     *       "secret": "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                     *     }
                     */
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly createdAt: string;
                        readonly description: string;
                        /** Format: date-time */
                        readonly failingSince: string | null;
                        /** @description In a row, since it took something. */
                        readonly failures: number;
                        /** Format: uuid */
                        readonly id: string;
                        /**
                         * Format: date-time
                         * @description Until then only what is urgent is tried.
                         */
                        readonly pausedUntil: string | null;
                        /** @description Code of what keeps the feed from being read; null: nothing. */
                        readonly reading: string | null;
                        /**
                         * @description Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.
                         * @enum {string|null}
                         */
                        readonly reason: "OWNER" | "FAILING" | "CLIENT_REVOKED" | null;
                        /** @description Shown here and nowhere else: keep it. */
                        readonly secret: string;
                        /**
                         * @description PENDING: enable it, which challenges it.
                         * @enum {string}
                         */
                        readonly status: "PENDING" | "ACTIVE" | "DISABLED";
                        readonly subscription: {
                            readonly jurisdictions: readonly string[] | null;
                            readonly priorities: readonly string[] | null;
                            readonly topics: readonly string[] | null;
                            readonly types: readonly string[] | null;
                        };
                        readonly synthetic: boolean;
                        readonly url: string;
                    };
                };
            };
        };
    };
    readonly WebhooksController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
                     *       "url": "https://cases.wcpc.example/bus",
                     *       "description": "Case system, production",
                     *       "subscription": {
                     *         "topics": [
                     *           "referral",
                     *           "escalation"
                     *         ],
                     *         "types": null,
                     *         "jurisdictions": null,
                     *         "priorities": [
                     *           "P1",
                     *           "P2"
                     *         ]
                     *       },
                     *       "synthetic": false,
                     *       "status": "ACTIVE",
                     *       "reason": null,
                     *       "createdAt": "2026-11-24T09:12:44.310Z",
                     *       "failures": 0,
                     *       "failingSince": null,
                     *       "pausedUntil": null,
                     *       "reading": null
                     *     }
                     */
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly createdAt: string;
                        readonly description: string;
                        /** Format: date-time */
                        readonly failingSince: string | null;
                        /** @description In a row, since it took something. */
                        readonly failures: number;
                        /** Format: uuid */
                        readonly id: string;
                        /**
                         * Format: date-time
                         * @description Until then only what is urgent is tried.
                         */
                        readonly pausedUntil: string | null;
                        /** @description Code of what keeps the feed from being read; null: nothing. */
                        readonly reading: string | null;
                        /**
                         * @description Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.
                         * @enum {string|null}
                         */
                        readonly reason: "OWNER" | "FAILING" | "CLIENT_REVOKED" | null;
                        /**
                         * @description PENDING: enable it, which challenges it.
                         * @enum {string}
                         */
                        readonly status: "PENDING" | "ACTIVE" | "DISABLED";
                        readonly subscription: {
                            readonly jurisdictions: readonly string[] | null;
                            readonly priorities: readonly string[] | null;
                            readonly topics: readonly string[] | null;
                            readonly types: readonly string[] | null;
                        };
                        readonly synthetic: boolean;
                        readonly url: string;
                    };
                };
            };
        };
    };
    readonly WebhooksController_delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly WebhooksController_change: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
                /** @description `ETag` of the webhook as it was read: it is changed only where its settings are still those. */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description For people; nothing of a case. */
                    readonly description?: string;
                    /** @description What is wanted of the feed: all that is given must fit, and nothing given is everything. */
                    readonly subscription?: {
                        /** @description Countries that a referral was sent from or to. */
                        readonly jurisdictions?: readonly string[];
                        /** @description Driving priority of the referral. What has none that the agency is told of is sent as well. */
                        readonly priorities?: readonly ("P1" | "P2" | "P3" | "P4")[];
                        /** @description Families of events. */
                        readonly topics?: readonly ("access" | "escalation" | "membership" | "referral")[];
                        /** @description Names of events. */
                        readonly types?: readonly ("AccessGranted" | "AccessRefused" | "AccessRequested" | "Corrected" | "DelayNotified" | "EnteredInError" | "EvidenceAdvanced" | "ForwardReturned" | "HandoverOffered" | "InformationProvided" | "InformationRequested" | "JurisdictionConsultationConcluded" | "JurisdictionConsultationOpened" | "OutcomeReported" | "ReferralAccepted" | "ReferralAcknowledged" | "ReferralClosed" | "ReferralExpired" | "ReferralForwarded" | "ReferralReceived" | "ReferralRejected" | "ReferralReopened" | "ReferralSubmitted" | "ReferralWithdrawn" | "ReferralsBundled" | "ReleaseApproved" | "ReleaseRefused" | "ReleaseRequested" | "Supplemented" | "TransferApproved" | "TransferRefused" | "TransferRequested" | "WithdrawalConfirmed" | "WithdrawalDeclined" | "WithdrawalRequested" | "WorkResumed" | "WorkStarted" | "WorkSuspended" | "DeadlineMissed" | "DeadlineWarned" | "EscalationAnswered" | "EscalationRaised" | "OnwardRefusalAnswered" | "OnwardRefused" | "PreservationConfirmed" | "PreservationExpiring" | "PreservationReleased" | "PreservationRequested" | "PriorityChanged" | "PriorityDisputed" | "PrioritySet" | "SafeguardingConfirmed" | "SafeguardingNotified" | "VoiceContactRecorded" | "CommandRefused" | "CapacityNotified" | "ChangeApproved" | "ChangeCommented" | "ChangeDeclined" | "ChangeProposed" | "ChangeWithdrawn" | "ClientRegistered" | "ClientRevoked" | "CodeListPublished" | "ContactPointChanged" | "ExerciseEnded" | "ExerciseStarted" | "JurisdictionLanesAssigned" | "LessonRecorded" | "MaintenanceNotified" | "MemberAdmitted" | "MemberLeft" | "MemberProposed" | "MemberSuspended" | "RuleSetPublished" | "TreatyStatusPublished")[];
                    };
                    /** @description https address of an allowed host. */
                    readonly url?: string;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
                     *       "url": "https://cases.wcpc.example/bus",
                     *       "description": "Case system, production",
                     *       "subscription": {
                     *         "topics": [
                     *           "referral",
                     *           "escalation"
                     *         ],
                     *         "types": null,
                     *         "jurisdictions": null,
                     *         "priorities": null
                     *       },
                     *       "synthetic": false,
                     *       "status": "ACTIVE",
                     *       "reason": null,
                     *       "createdAt": "2026-11-24T09:12:44.310Z",
                     *       "failures": 0,
                     *       "failingSince": null,
                     *       "pausedUntil": null,
                     *       "reading": null
                     *     }
                     */
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly createdAt: string;
                        readonly description: string;
                        /** Format: date-time */
                        readonly failingSince: string | null;
                        /** @description In a row, since it took something. */
                        readonly failures: number;
                        /** Format: uuid */
                        readonly id: string;
                        /**
                         * Format: date-time
                         * @description Until then only what is urgent is tried.
                         */
                        readonly pausedUntil: string | null;
                        /** @description Code of what keeps the feed from being read; null: nothing. */
                        readonly reading: string | null;
                        /**
                         * @description Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.
                         * @enum {string|null}
                         */
                        readonly reason: "OWNER" | "FAILING" | "CLIENT_REVOKED" | null;
                        /**
                         * @description PENDING: enable it, which challenges it.
                         * @enum {string}
                         */
                        readonly status: "PENDING" | "ACTIVE" | "DISABLED";
                        readonly subscription: {
                            readonly jurisdictions: readonly string[] | null;
                            readonly priorities: readonly string[] | null;
                            readonly topics: readonly string[] | null;
                            readonly types: readonly string[] | null;
                        };
                        readonly synthetic: boolean;
                        readonly url: string;
                    };
                };
            };
        };
    };
    readonly WebhooksController_listDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before. */
                readonly cursor?: string;
                readonly limit?: number;
                readonly status?: "TAKEN" | "WAITING";
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly failures: number;
                            /** Format: date-time */
                            readonly filedAt: string;
                            /**
                             * Format: uuid
                             * @description `webhook-id` of each try.
                             */
                            readonly id: string;
                            /**
                             * Format: date-time
                             * @description At the earliest, and after what waits before it.
                             */
                            readonly nextTryAt: string | null;
                            readonly referral: string;
                            /** @enum {string} */
                            readonly status: "TAKEN" | "WAITING";
                            /** Format: date-time */
                            readonly takenAt: string | null;
                            /** @description The last ten. */
                            readonly tries: readonly {
                                readonly at: string;
                                readonly ms: number;
                                /**
                                 * @description TAKEN, or what came instead.
                                 * @example TAKEN
                                 */
                                readonly outcome: string;
                                /** @description Of the answer. */
                                readonly status: number | null;
                            }[];
                            readonly type: string;
                            readonly urgent: boolean;
                        }[];
                        readonly next: string | null;
                    };
                };
            };
        };
    };
    readonly WebhooksController_disable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
            };
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
                     *       "url": "https://cases.wcpc.example/bus",
                     *       "description": "Case system, production",
                     *       "subscription": {
                     *         "topics": [
                     *           "referral",
                     *           "escalation"
                     *         ],
                     *         "types": null,
                     *         "jurisdictions": null,
                     *         "priorities": [
                     *           "P1",
                     *           "P2"
                     *         ]
                     *       },
                     *       "synthetic": false,
                     *       "status": "DISABLED",
                     *       "reason": "OWNER",
                     *       "createdAt": "2026-11-24T09:12:44.310Z",
                     *       "failures": 0,
                     *       "failingSince": null,
                     *       "pausedUntil": null,
                     *       "reading": null
                     *     }
                     */
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly createdAt: string;
                        readonly description: string;
                        /** Format: date-time */
                        readonly failingSince: string | null;
                        /** @description In a row, since it took something. */
                        readonly failures: number;
                        /** Format: uuid */
                        readonly id: string;
                        /**
                         * Format: date-time
                         * @description Until then only what is urgent is tried.
                         */
                        readonly pausedUntil: string | null;
                        /** @description Code of what keeps the feed from being read; null: nothing. */
                        readonly reading: string | null;
                        /**
                         * @description Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.
                         * @enum {string|null}
                         */
                        readonly reason: "OWNER" | "FAILING" | "CLIENT_REVOKED" | null;
                        /**
                         * @description PENDING: enable it, which challenges it.
                         * @enum {string}
                         */
                        readonly status: "PENDING" | "ACTIVE" | "DISABLED";
                        readonly subscription: {
                            readonly jurisdictions: readonly string[] | null;
                            readonly priorities: readonly string[] | null;
                            readonly topics: readonly string[] | null;
                            readonly types: readonly string[] | null;
                        };
                        readonly synthetic: boolean;
                        readonly url: string;
                    };
                };
            };
        };
    };
    readonly WebhooksController_enable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
            };
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c",
                     *       "url": "https://cases.wcpc.example/bus",
                     *       "description": "Case system, production",
                     *       "subscription": {
                     *         "topics": [
                     *           "referral",
                     *           "escalation"
                     *         ],
                     *         "types": null,
                     *         "jurisdictions": null,
                     *         "priorities": [
                     *           "P1",
                     *           "P2"
                     *         ]
                     *       },
                     *       "synthetic": false,
                     *       "status": "ACTIVE",
                     *       "reason": null,
                     *       "createdAt": "2026-11-24T09:12:44.310Z",
                     *       "failures": 0,
                     *       "failingSince": null,
                     *       "pausedUntil": null,
                     *       "reading": null
                     *     }
                     */
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly createdAt: string;
                        readonly description: string;
                        /** Format: date-time */
                        readonly failingSince: string | null;
                        /** @description In a row, since it took something. */
                        readonly failures: number;
                        /** Format: uuid */
                        readonly id: string;
                        /**
                         * Format: date-time
                         * @description Until then only what is urgent is tried.
                         */
                        readonly pausedUntil: string | null;
                        /** @description Code of what keeps the feed from being read; null: nothing. */
                        readonly reading: string | null;
                        /**
                         * @description Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.
                         * @enum {string|null}
                         */
                        readonly reason: "OWNER" | "FAILING" | "CLIENT_REVOKED" | null;
                        /**
                         * @description PENDING: enable it, which challenges it.
                         * @enum {string}
                         */
                        readonly status: "PENDING" | "ACTIVE" | "DISABLED";
                        readonly subscription: {
                            readonly jurisdictions: readonly string[] | null;
                            readonly priorities: readonly string[] | null;
                            readonly topics: readonly string[] | null;
                            readonly types: readonly string[] | null;
                        };
                        readonly synthetic: boolean;
                        readonly url: string;
                    };
                };
            };
        };
    };
    readonly WebhooksController_rotate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
                /** @description Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. A new UUIDv7 is best. */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description For so long both secrets sign; 0: the old one is worth nothing from now on.
                     * @default 24
                     */
                    readonly overlapHours?: number;
                };
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                     *       "overlapUntil": "2026-11-25T09:12:44.310Z"
                     *     }
                     */
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description Until then the secret before signs as well.
                         */
                        readonly overlapUntil: string;
                        /** @description Shown here and nowhere else: keep it. */
                        readonly secret: string;
                    };
                };
            };
        };
    };
    readonly WebhooksController_test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Opaque reference of the person who acts, for whom the agency answers. */
                readonly "Bus-Person"?: string;
                /** @description The role acted in, one of those of the token; its first one by itself. */
                readonly "Bus-Role"?: string;
            };
            readonly path: {
                /** @description Id of the webhook. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Accepted, now or by an earlier use of the same key: the same bytes each time. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "TAKEN",
                     *       "status": 204,
                     *       "ms": 31
                     *     }
                     */
                    readonly "application/json": {
                        readonly ms: number;
                        /**
                         * @description TAKEN, or what came instead.
                         * @example TAKEN
                         */
                        readonly outcome: string;
                        /** @description Of the answer. */
                        readonly status: number | null;
                    };
                };
            };
        };
    };
    readonly WorklistsController_counts: {
        readonly parameters: {
            readonly query?: {
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Exercises are counted apart from real work. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorklistCounts"];
                };
            };
        };
    };
    readonly WorklistsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Only where the agency on the other side is of this country. */
                readonly jurisdiction?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description Only referrals that this priority drives. */
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description Only referrals that came into their state with this code. */
                readonly reason?: string;
                /** @description Submitted at or after this time. */
                readonly since?: string;
                /** @description Only referrals in this state (vocabulary 2.2). */
                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
                /** @description Submitted before this time. */
                readonly until?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /**
                 * @description - `awaiting-my-decision`: Sent here and not decided on; a withdrawal, an access or a transfer that was asked for; a consultation that was called for.
                 *     - `returned-to-me`: Asked back for information as the sender, come back from an onward leg as the holder; after these of the same level, rejected or expired within 30 days and not sent again under its reference since.
                 *     - `awaiting-the-other-side`: Not decided on by the recipient; information, a withdrawal, a hand-over or a consultation that the other side owes an answer to.
                 */
                readonly name: "awaiting-my-decision" | "returned-to-me" | "awaiting-the-other-side";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of referrals. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReferralList"];
                };
            };
        };
    };
    readonly ReleasesController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of releases. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReleaseList"];
                };
            };
        };
    };
    readonly OverdueController_page: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before, with the same filters. */
                readonly cursor?: string;
                /** @description Only where the agency on the other side is of this country. */
                readonly jurisdiction?: string;
                /** @description Items on a page. */
                readonly limit?: number;
                /** @description Only referrals that this priority drives. */
                readonly priority?: "P1" | "P2" | "P3" | "P4";
                /** @description Only referrals that came into their state with this code. */
                readonly reason?: string;
                /** @description Submitted at or after this time. */
                readonly since?: string;
                /** @description Only referrals in this state (vocabulary 2.2). */
                readonly status?: "SUBMITTED" | "RECEIVED" | "ACKNOWLEDGED" | "INFO_REQUESTED" | "ACCEPTED" | "IN_PROGRESS" | "ON_HOLD" | "OUTCOME_REPORTED" | "CLOSED" | "REJECTED" | "FORWARDED" | "WITHDRAWN" | "EXPIRED" | "ENTERED_IN_ERROR";
                /** @description `true` lists exercises only, `false` real referrals only; never both. */
                readonly synthetic?: "true" | "false";
                /** @description Submitted before this time. */
                readonly until?: string;
            };
            readonly header?: {
                /** @description `Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425. */
                readonly "Bus-Min-Position"?: string;
                /** @description The role acted in; by default the first of the token. */
                readonly "Bus-Role"?: string;
                /** @description `ETag` of an earlier answer. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of referrals, each with the clocks that were missed. */
            readonly 200: {
                headers: {
                    /** @description How far the view is in the lane shown or asked for. */
                    readonly "Bus-Position"?: string;
                    /** @description Strong: equal tags, equal bytes. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OverdueList"];
                };
            };
        };
    };
}

export const PROBLEM_CODES = [
  'ADDRESS_TOO_LONG',
  'AGENCY_LEFT',
  'AGENCY_NOT_YOURS',
  'AGENCY_SUSPENDED',
  'AGENCY_UNKNOWN',
  'BODY_TOO_LARGE',
  'BUNDLED_ALREADY',
  'BUNDLE_MALFORMED',
  'BUS_POSITION_INVALID',
  'CHANGE_NOT_OPEN',
  'CHANGE_OF_ANOTHER_AGENCY',
  'CHANGE_OF_ANOTHER_PERSON',
  'CHANGE_OF_EXERCISE',
  'CHANGE_OUTDATED',
  'CLIENTS_EXHAUSTED',
  'CLIENT_REVOKED',
  'CLIENT_WAS_REVOKED',
  'CLOCK_BACKWARDS',
  'CLOSE_TOO_EARLY',
  'CLOSING_REASON_INSUFFICIENT',
  'CODE_REQUIRED',
  'CODE_RETIRED',
  'CODE_UNKNOWN',
  'COMMENTS_EXHAUSTED',
  'COMMENT_PERIOD_OPEN',
  'COMMENT_PERIOD_OVER',
  'COMMENT_PERIOD_SHORT',
  'CONDITION_NOT_APPLICABLE',
  'CONDITION_REQUIRED',
  'CONFLICT',
  'CONSULTATION_BASIS_UNSUITABLE',
  'CONSULTATION_COUNTRIES_UNSUITABLE',
  'CONSULTATION_LEAD_UNSUITABLE',
  'CONSULTATION_NOT_OPEN',
  'CONSULTATION_OPEN',
  'CONTACT_CALENDAR_UNSUITABLE',
  'CONTACT_ROLE_UNSUITABLE',
  'CONTACT_UNREACHABLE',
  'CONTENT_INVALID',
  'CONTENT_NOT_STORABLE',
  'CORRECTION_EMPTY',
  'CORRECTION_UNSUITABLE',
  'COUNTRY_MALFORMED',
  'CURSOR_INVALID',
  'CUSTODIAN_REQUIRED',
  'DISPUTE_NOT_OPEN',
  'DOCUMENT_UNSUITABLE',
  'DUAL_CRIMINALITY_REASON_REQUIRED',
  'DUPLICATE_LINK_REQUIRED',
  'DUPLICATE_OF_ITSELF',
  'ESCALATION_NOT_RAISED',
  'EVENT_UNKNOWN',
  'EVIDENCE_DIGEST_FORBIDDEN',
  'EVIDENCE_EXHAUSTED',
  'EVIDENCE_MALFORMED',
  'EXERCISE_EXISTS',
  'EXERCISE_NOT_A_PARTICIPANT',
  'EXERCISE_NOT_FOUND',
  'EXERCISE_NOT_RUNNING',
  'EXERCISE_PARTICIPANT_UNKNOWN',
  'EXERCISE_STILL_RUNNING',
  'FEED_NOT_DELEGATED',
  'FORBIDDEN',
  'FORBIDDEN_KEY',
  'GRADING_NOT_BLIND',
  'HEADERS_TOO_LARGE',
  'HEADER_INVALID',
  'IDEMPOTENCY_KEY_EXPIRED',
  'IDEMPOTENCY_KEY_MALFORMED',
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'INCIDENT_TIME_ABSURD',
  'INFORMATION_INCOMPLETE',
  'INFORMATION_ROUNDS_EXHAUSTED',
  'INTERNAL',
  'IN_FORCE_TOO_EARLY',
  'ISSUER_UNAVAILABLE',
  'JOURNAL_INCOMPLETE',
  'JOURNAL_STOPPING',
  'JOURNAL_UNAVAILABLE',
  'JOURNAL_UNCONFIRMED',
  'LANES_NARROWED',
  'LANES_UNSUITABLE',
  'LANE_CLOSED',
  'LANE_INCONSISTENT',
  'LANE_SEALED',
  'LAST_OPERATOR',
  'LESSON_RULE_INVALID',
  'LESSON_RULE_UNKNOWN',
  'LOWERING_NOT_DISPUTABLE',
  'LOWERING_NOT_PROPOSED',
  'LOWERING_REASON_REQUIRED',
  'MALFORMED_JSON',
  'MALFORMED_REQUEST',
  'MALFORMED_TEXT',
  'MEMBERSHIP_UNKNOWN',
  'MEMBER_MOVED',
  'MEMBER_NOT_FOUND',
  'MEMBER_TRANSITION_ILLEGAL',
  'MEMBER_UNSUITABLE',
  'NEXUS_COUNTRIES_EXHAUSTED',
  'NOTE_MALFORMED',
  'NOT_FOUND',
  'OBLIGATION_OPEN',
  'ONWARD_CYCLE',
  'ONWARD_FIELDS_FORBIDDEN',
  'ONWARD_HOPS_EXHAUSTED',
  'ONWARD_NOT_STUCK',
  'ONWARD_OFFER_OPEN',
  'ONWARD_RECIPIENT_INCOMPLETE',
  'ONWARD_RETURNED',
  'ON_BEHALF_REFUSED',
  'OUTCOME_REQUIRED',
  'OVERLOADED',
  'PARTIAL_NOT_CONSIDERED',
  'PART_NOT_FOUND',
  'PART_NOT_YOURS',
  'PERSONAL_DATA_NOT_ACCEPTED',
  'PERSON_NOT_YOURS',
  'PERSON_REQUIRED',
  'PRESERVATIONS_EXHAUSTED',
  'PRESERVATION_NOT_FOUND',
  'PRESERVATION_TOO_LONG',
  'PRESERVATION_TOO_SHORT',
  'PRIORITY_DISPUTED',
  'PRIORITY_FORBIDS_BUNDLING',
  'PRIORITY_FORBIDS_REASON',
  'PRIORITY_NOT_LOWERED',
  'PRIORITY_NOT_RAISED',
  'PRIORITY_NOT_SET',
  'PRIORITY_REASON_REQUIRED',
  'PRIORITY_UNKNOWN',
  'PROPOSALS_EXHAUSTED',
  'PROPOSAL_NOT_OPEN',
  'PROPOSAL_OPEN',
  'PURPOSE_NOT_ALLOWED',
  'PURPOSE_REQUIRED',
  'PURPOSE_UNKNOWN',
  'QUERY_INVALID',
  'RATE_LIMITED',
  'REASON_NOT_APPLICABLE',
  'REASON_REQUIRED',
  'REASON_UNKNOWN',
  'RECIPIENT_IS_SENDER',
  'RECIPIENT_ROLE_UNSUITABLE',
  'RECIPIENT_UNKNOWN',
  'REFERRAL_ADDRESSED_ELSEWHERE',
  'REFERRAL_EXISTS',
  'REFERRAL_NOT_FOUND',
  'REFERRAL_TRANSITION_ILLEGAL',
  'RELEASE_CONTENT_DIFFERS',
  'RELEASE_NOT_PENDING',
  'RELEASE_PENDING',
  'RELEASE_REQUIRED',
  'REQUEST_NOT_OPEN',
  'REQUEST_TIMEOUT',
  'ROLE_HAS_NO_CASE_ACCESS',
  'ROLE_MAY_NOT_AUDIT',
  'ROLE_MAY_NOT_ORIGINATE',
  'ROLE_MAY_NOT_RECEIVE',
  'ROLE_MAY_NOT_SET_PRIORITY',
  'ROLE_NOT_HELD',
  'ROLE_NOT_OF_AGENCY',
  'ROLE_REQUIRED',
  'RULES_UNKNOWN',
  'SAFEGUARDING_EXHAUSTED',
  'SAFEGUARDING_NOT_NOTIFIED',
  'SCOPE_UNKNOWN',
  'SECOND_PERSON_REQUIRED',
  'SENDER_NOT_CALLER',
  'SHUTTING_DOWN',
  'SPAN_ENDS_BEFORE_IT_BEGINS',
  'STANDING_LOST',
  'STATE_VERSION_UNKNOWN',
  'SUGGESTION_NOT_APPLICABLE',
  'SUGGESTION_REQUIRED',
  'SUGGESTION_ROLE_UNSUITABLE',
  'SUGGESTION_UNKNOWN',
  'SUPPLEMENTS_EXHAUSTED',
  'SUPPLEMENT_EMPTY',
  'TIME_ABSURD',
  'TOKEN_EXPIRED',
  'TOKEN_INVALID',
  'TOKEN_MISSING',
  'TOO_DEEP',
  'TRANSLATION_NOT_ONE_ROW',
  'UNAVAILABLE',
  'UNSUPPORTED_MEDIA_TYPE',
  'VIEW_BEHIND',
  'VIEW_PARKED',
  'WAIVER_UNSUPPORTED',
  'WEBHOOKS_TOO_MANY',
  'WEBHOOK_ADDRESS_REFUSED',
  'WEBHOOK_CHALLENGE_FAILED',
  'WEBHOOK_CHANGED',
  'WEBHOOK_CURSOR_INVALID',
  'WITHDRAWAL_NOT_PENDING',
  'WITHDRAWAL_PENDING',
] as const;
