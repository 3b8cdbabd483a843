import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import type { ProfileName } from '../../core/engine/upload';
import { dayNumber } from '../../core/kernel/day';
import { formatRupees, readMoney, type Paise } from '../../core/kernel/money';
import { say, type WordId } from '../../core/kernel/pane-words';
import { filers, type Filer } from '../../core/kernel/period';
import { defaultSettings, type Settings } from '../../core/language/settings';
import { useLayout } from '../parts/layout';
import { ScreenFrame } from '../parts/ScreenFrame';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';

const profileWords = {
  standard: 'profile-standard',
  echo: 'profile-echo',
  'snake-case': 'profile-snake-case',
  'full-amounts': 'profile-full-amounts',
  'without-no-action': 'profile-without-no-action',
  'all-sections': 'profile-all-sections',
  'canonical-notes': 'profile-canonical-notes',
} as const satisfies Record<ProfileName, WordId>;

const profileNames = Object.keys(profileWords) as ProfileName[];

export function SettingsScreen() {
  const { state } = usePane();
  const layout = useLayout();
  const { opened, overview } = state;
  const settings = opened === 'failed' ? state.settings : overview?.isOurs === true ? overview.settings : undefined;
  return (
    <ScreenFrame title={say('settings-title')}>
      {settings !== undefined ? (
        <SettingsForm settings={settings} />
      ) : (
        <p className={layout.text}>{say('bulk-not-ours')}</p>
      )}
    </ScreenFrame>
  );
}

const filerWords = {
  Monthly: 'filer-monthly',
  'Quarterly, 22nd': 'filer-22',
  'Quarterly, 24th': 'filer-24',
} as const satisfies Record<Filer, WordId>;

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const { state, act } = usePane();
  const layout = useLayout();
  const [filer, setFiler] = useState(settings.filer);
  const [day, setDay] = useState<string>(settings.filingDate);
  const [tolerance, setTolerance] = useState(formatRupees(settings.tolerance));
  const [profile, setProfile] = useState(settings.profile);
  const [tried, setTried] = useState(false);

  const dayWrong = day.trim() !== '' && dayNumber(day.trim()) === undefined;
  const paise = toleranceOf(tolerance);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (dayWrong || paise === undefined) return;
    setTolerance(formatRupees(paise));
    void act.saveSettings({ filer, filingDate: day.trim(), tolerance: paise, profile });
  };
  const complaint = (wrong: boolean, text: string) =>
    tried && wrong ? { validationState: 'error' as const, validationMessage: text } : {};
  return (
    <form className={layout.stack} noValidate onSubmit={submit}>
      <p className={layout.muted}>{say('settings-about')}</p>
      <Field className={layout.field} label={say('settings-filer')}>
        <Select
          className={layout.entry}
          select={{ className: layout.option }}
          value={filer}
          onChange={(_, { value }) => setFiler(filers.find((one) => one === value) ?? 'Monthly')}
        >
          {filers.map((one) => (
            <option key={one} value={one}>
              {say(filerWords[one])}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        className={layout.field}
        label={say('settings-day')}
        hint={say('settings-day-hint')}
        {...complaint(dayWrong, say('settings-day-wrong', { typed: day.trim() }))}
      >
        <Input className={layout.entry} value={day} autoComplete="off" onChange={(_, { value }) => setDay(value)} />
      </Field>
      <Field
        className={layout.field}
        label={say('settings-tolerance')}
        hint={say('settings-tolerance-hint', { standard: formatRupees(defaultSettings.tolerance) })}
        {...complaint(paise === undefined, say('settings-tolerance-wrong'))}
      >
        <Input
          className={layout.entry}
          value={tolerance}
          inputMode="decimal"
          autoComplete="off"
          onChange={(_, { value }) => setTolerance(value)}
        />
      </Field>
      <Field className={layout.field} label={say('settings-profile')} hint={say('settings-profile-hint')}>
        <Select
          className={layout.entry}
          select={{ className: layout.option }}
          value={profile}
          onChange={(_, { value }) => setProfile(value)}
        >
          {profileNames.map((name) => (
            <option key={name} value={name}>
              {say(profileWords[name])}
            </option>
          ))}
        </Select>
      </Field>
      <Button appearance="primary" type="submit" disabledFocusable={isBusy(state)}>
        {say('settings-save')}
      </Button>
    </form>
  );
}

function toleranceOf(typed: string): Paise | undefined {
  const reading = readMoney(typed);
  if (reading.kind === 'blank') return defaultSettings.tolerance;
  return reading.kind === 'amount' && !reading.rounded && reading.paise >= 0 ? reading.paise : undefined;
}
