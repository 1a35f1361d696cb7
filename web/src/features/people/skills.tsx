import { engineers } from '@/api/people'
import { useCategories, useCategoryName } from '@/kit/categories'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import css from './crew.module.css'
import { words } from './crewwords'
import type { OfEngineer } from './engineer'
import { useCrewWrite } from './write'

const levels = [0, 1, 2, 3, 4] as const

interface Wish {
  category: string
  name: string
  level: number
}

/** Category × level: one row of radio buttons each, so that arrows change a level and Tab goes on. */
export function Skills({ engineer }: OfEngineer) {
  const t = words.useT()
  const term = useTerm()
  const categories = useCategories()
  const name = useCategoryName()
  const set = useCrewWrite(
    async ({ category, name, level }: Wish) => {
      const done = level === 0 ? await engineers.removeSkill(engineer.id, category) : await engineers.setSkill(engineer.id, category, level)
      return { ...done, name, level }
    },
    { said: ({ name, level }) => t('skills.done', { category: name, level: level ? term('level', level) : t('skills.none') }), undo: (done) => done.undo },
  )
  const held = new Map(engineer.skills.map((skill) => [skill.category, skill.level]))
  const word = (level: number) => (level === 0 ? t('skills.none') : term('level', level))
  return (
    <section className={css.card}>
      <Read of={categories} rows={6}>
        {(all) => (
          <table className={css.matrix}>
            <tbody>
              {all.filter(({ code, active }) => active || held.has(code)).map(({ code }) => (
                <tr key={code} data-held={held.has(code)}>
                  <th scope="row">{name(code)}</th>
                  <td>
                    <div role="radiogroup" aria-label={name(code)}>
                      {levels.map((level) => (
                        <label key={level} data-on={(held.get(code) ?? 0) === level} data-level={level}>
                          <input
                            type="radio" name={`skill-${code}`} checked={(held.get(code) ?? 0) === level} disabled={!engineer.may.certify || set.isPending}
                            onChange={() => set.mutate({ category: code, name: name(code), level })}
                          />
                          {word(level)}
                        </label>
                      ))}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Read>
      {engineer.may.certify && <p className={css.hint}>{t('skills.hint')}</p>}
    </section>
  )
}
