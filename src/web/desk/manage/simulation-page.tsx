import { Alert, Button, NativeSelect, Progress, Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  SIMULATION_LIMITS,
  SIMULATION_REGIONS,
  SIMULATION_USES,
  type SimulationQuestion,
} from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { problemText } from '../shared/problem-text.js';
import { keys } from '../shared/query.js';
import { useTexts } from '../texts/desk-texts.js';
import './simulation.css';
import { SimulationAnswerView } from './simulation-answer.js';
import { useSimulationTexts } from './simulation-texts.js';
import { useSimulation } from './use-simulation.js';

const START: SimulationQuestion = {
  region: 'model',
  use: 92,
  demandChange: 0,
  clinicNurses: 0,
  clinicAdministrators: 0,
  hotlineNurses: 0,
  weekday: 0,
};
const SLIDERS = ['demandChange', 'clinicNurses', 'clinicAdministrators', 'hotlineNurses'] as const;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Shows what a different staffing or demand would lead to, played through the real router. */
export function SimulationPage() {
  const { t } = useSimulationTexts();
  const texts = useTexts();
  const [question, setQuestion] = useState(START);
  const { asked, play, stop } = useSimulation();
  const { api } = useDesk();
  const own = useQuery({
    queryKey: keys.simulations,
    queryFn: () => api.call('GET /api/desk/simulations'),
  });
  const lacking = own.data?.lacking ?? null;
  const isOwn = question.region === 'own';
  const change = (part: Partial<SimulationQuestion>) => setQuestion((before) => ({ ...before, ...part }));
  const isPlaying = asked?.done != null;
  return (
    <>
      <div className="manage-columns">
        <form
          className="manage-card"
          aria-labelledby="simulation-title"
          onSubmit={(event) => {
            event.preventDefault();
            void play(question);
          }}
        >
          <h2 id="simulation-title">{t('title')}</h2>
          <p className="quiet">{t('about')}</p>
          <NativeSelect
            label={t('region')}
            value={question.region}
            data={SIMULATION_REGIONS.map((region) => ({
              value: region,
              label: t(`region_${region}`),
              disabled: region === 'own' && (!own.data || lacking !== null),
            }))}
            description={lacking ? t('ownLacking', lacking) : t(`regionAbout_${question.region}`)}
            onChange={(event) => change({ region: event.currentTarget.value === 'own' ? 'own' : 'model' })}
          />
          <NativeSelect
            label={t('use')}
            disabled={isOwn}
            description={isOwn ? t('useOwn') : undefined}
            value={String(question.use)}
            data={SIMULATION_USES.map((use) => ({ value: String(use), label: `${use} %` }))}
            onChange={(event) =>
              change({ use: SIMULATION_USES.find((use) => String(use) === event.currentTarget.value) ?? 92 })
            }
          />
          {SLIDERS.map((name) => (
            <ChangeSlider
              key={name}
              name={name}
              value={question[name]}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          <NativeSelect
            label={t('weekday')}
            value={String(question.weekday)}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`weekday_${day}`) }))}
            onChange={(event) => change({ weekday: Number(event.currentTarget.value) })}
          />
          {isPlaying ? (
            <Button key="stop" variant="default" onClick={stop}>
              {t('stop')}
            </Button>
          ) : (
            <Button key="play" type="submit">
              {t('play')}
            </Button>
          )}
        </form>
        <section className="manage-card" aria-labelledby="compared-title">
          <h2 id="compared-title">{t('comparedTitle')}</h2>
          <dl className="simulation-rules">
            {(['slussen', 'static', 'phone', 'bound'] as const).map((strategy) => (
              <div key={strategy}>
                <dt>{t(strategy)}</dt>
                <dd className="quiet">{t(`about_${strategy}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <div aria-live="polite" className="simulation-state">
        {isPlaying && (
          <div className="manage-card">
            <p>{t('playing', { share: Math.round(100 * (asked?.done ?? 0)) })}</p>
            <Progress value={100 * (asked?.done ?? 0)} aria-label={t('progress')} size="lg" />
          </div>
        )}
        {asked?.error != null && (
          <Alert color="red" role="alert" title={t('failed')}>
            {problemText(asked.error, texts)}
          </Alert>
        )}
      </div>
      {asked?.answer && <SimulationAnswerView answer={asked.answer} />}
    </>
  );
}

interface ChangeSliderProps {
  name: (typeof SLIDERS)[number];
  value: number;
  onChange: (value: number) => void;
}

function ChangeSlider({ name, value, onChange }: ChangeSliderProps) {
  const { t } = useSimulationTexts();
  const { least, most } = SIMULATION_LIMITS[name];
  const shown = name === 'demandChange' ? `${signed(value)} %` : signed(value);
  return (
    <div className="simulation-slider">
      <span className="simulation-slider-top">
        <span aria-hidden="true">{t(name)}</span>
        <span aria-hidden="true">{shown}</span>
      </span>
      <Slider
        value={value}
        onChange={onChange}
        min={least}
        max={most}
        startPointValue={0}
        step={name === 'demandChange' ? 5 : 1}
        label={null}
        marks={[{ value: 0 }]}
        thumbLabel={t(name)}
        thumbValueText={shown}
      />
    </div>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
