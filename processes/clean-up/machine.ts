import { change, cleanUpSetup, communitySide, everybody, reliefSide, tell } from './machine-setup.ts';
import {
  close,
  confirmStop,
  correct,
  hasOpenRelapse,
  judge,
  open,
  publish,
  recordCheck,
  register,
  remove,
  reportRelapse,
  settleRelapse,
  standing,
  stillRunning,
  unjudged,
  withdraw,
} from './objects.ts';

/** Something that had stopped is asked for again: the relief group has it, whoever found it. */
const relapse = {
  'check.record': [
    {
      guard: ({ event }: { event: { form: { found: string } } }) => event.form.found === 'running',
      target: 'relapsed',
      actions: [change(recordCheck), tell('relapsed', everybody)],
    },
    { actions: [change(recordCheck)] },
  ],
  'relapse.report': { target: 'relapsed', actions: [change(reportRelapse), tell('relapsed', everybody)] },
} as const;

/** The way of a clean-up: census, comparison with the basis, publication, “stopped” confirmed, spot checks. */
export const machine = cleanUpSetup.createMachine({
  id: 'clean-up',
  context: ({ input }) => open(input),
  initial: 'registering',
  states: {
    registering: {
      on: {
        'object.register': { actions: [change(register)] },
        'object.correct': { actions: [change(correct)] },
        'object.remove': { actions: [change(remove)] },
        'census.close': { target: 'comparing', actions: [change(close)] },
        'census.withdraw': { target: 'withdrawn', actions: [change(withdraw), tell('withdrawn', communitySide)] },
      },
    },
    comparing: {
      on: {
        'object.correct': { actions: [change(correct)] },
        'object.judge': [
          {
            guard: ({ context, event }) => unjudged(judge(context, event)).length === 0,
            target: 'publishing',
            actions: [change(judge), tell('compared', communitySide)],
          },
          { actions: [change(judge)] },
        ],
      },
    },
    /** Everything is judged; until it is published a judgement may still be changed. */
    publishing: {
      on: {
        'object.correct': { target: 'comparing', actions: [change(correct)] },
        'object.judge': { actions: [change(judge)] },
        'result.publish': [
          {
            guard: ({ context }) => stillRunning(context).length === 0,
            target: 'checking',
            actions: [change(publish), tell('published', communitySide)],
          },
          { target: 'stopping', actions: [change(publish), tell('published', communitySide)] },
        ],
      },
    },
    stopping: {
      on: {
        ...relapse,
        'stop.confirm': [
          {
            guard: ({ context, event }) => stillRunning(confirmStop(context, event)).length === 0,
            target: 'checking',
            actions: [change(confirmStop), tell('stopped', reliefSide)],
          },
          { actions: [change(confirmStop)] },
        ],
      },
    },
    /** With the relief group; what else has to stop may be confirmed meanwhile. */
    relapsed: {
      on: {
        'check.record': { actions: [change(recordCheck)] },
        'relapse.report': { actions: [change(reportRelapse)] },
        'stop.confirm': { actions: [change(confirmStop)] },
        'relapse.settle': [
          {
            guard: ({ context, event }) => standing(settleRelapse(context, event)).some(hasOpenRelapse),
            actions: [change(settleRelapse)],
          },
          {
            guard: ({ context, event }) => stillRunning(settleRelapse(context, event)).length === 0,
            target: 'checking',
            actions: [change(settleRelapse), tell('settled', everybody)],
          },
          { target: 'stopping', actions: [change(settleRelapse), tell('settled', everybody)] },
        ],
      },
    },
    /** Done for statistics; for a time it is looked whether anything comes back. */
    checking: { on: { ...relapse, 'checkWindow.expire': { target: 'closed' } } },
    closed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
