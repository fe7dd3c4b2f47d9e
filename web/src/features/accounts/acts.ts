// What an administrator does to somebody's account, each once it is confirmed.
import * as say from '#say';
import {
  endAllSessions,
  lockAccount,
  makeAdministrator,
  resetSecondStep,
  unlockAccount,
  unmakeAdministrator,
  type Account,
} from './second-step.ts';

export type Act = {
  title: string;
  /** What comes of it. */
  loss: string;
  verb: string;
  run: (person: number) => Promise<unknown>;
};

/** In the order of how often they are needed. Nobody locks themselves out; one's own second step goes with a code, on one's own page. */
export function actsOn(account: Account, own: boolean): Act[] {
  const acts: (Act | false)[] = [
    account.sessions > 0 && {
      title: say.accounts_end_all_sessions(),
      loss: say.accounts_end_all_sessions_loss(),
      verb: say.accounts_end(),
      run: endAllSessions,
    },
    account.second_step &&
      !own && {
        title: say.accounts_reset_second_step(),
        loss: say.accounts_reset_second_step_loss(),
        verb: say.accounts_reset(),
        run: resetSecondStep,
      },
    !account.administrator && {
      title: say.accounts_administrator_make(),
      loss: say.accounts_administrator_make_loss(),
      verb: say.accounts_administrator_make_verb(),
      run: makeAdministrator,
    },
    account.administrator &&
      !account.administrator_by_provider && {
        title: say.accounts_administrator_unmake(),
        loss: own ? say.accounts_administrator_unmake_own_loss() : say.accounts_administrator_unmake_loss(),
        verb: say.accounts_administrator_unmake_verb(),
        run: unmakeAdministrator,
      },
    !account.locked_at &&
      !own && { title: say.accounts_lock(), loss: say.accounts_lock_loss(), verb: say.accounts_lock_verb(), run: lockAccount },
    !!account.locked_at && {
      title: say.accounts_unlock(),
      loss: say.accounts_unlock_loss(),
      verb: say.accounts_unlock_verb(),
      run: unlockAccount,
    },
  ];
  return acts.filter((act) => act !== false);
}
