"""Two English texts, read sentence by sentence: what differs in law is told, what is put in other words is not."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, in_one_row, rules

from policydiff.comparison.findings import row_findings
from policydiff.model import Finding

DIFFERING = [
    ("modality", "A barber shall keep a register.", "A barber should, as far as possible, keep a register."),
    ("modality", "A barber shall keep a register.", "A barber shall keep a register where possible."),
    ("modality", "Barbers may charge for dyes.", "Barbers are required to charge for dyes."),
    ("modality", "A barber must supply towels.", "Towels may be supplied by the barber."),
    ("prohibition", "No barber shall dye a beard in the street.", "A barber may dye a beard in the street."),
    ("modality", "It must tell the guest.", "It may tell the guest."),
    ("prohibition", "Lending a razor is prohibited.", "Lending a razor is allowed."),
    ("number", "The register shall be kept for at least two years.", "The register must be kept for one year."),
    ("number", "Shops of twenty or more seats shall have a broom.", "Shops of more than 20 seats shall have a broom."),
    ("number", "A barber shall report within 5 working days.", "A barber shall report within 5 days."),
    ("number", "The floor is swept twice a day.", "The floor is swept once a day."),
    ("number", "Dyes are tested every year.", "Dyes are tested once every two years."),
    ("number", "The fine is not less than 1,000 yuan.", "The fine is not less than RMB 2,000."),
    ("number", "The barber shall report a burn within one hour.", "The barber shall report a burn."),
    ("dropped-exception", "Shops shall open daily, except on holidays.", "Shops shall open every day."),
    (
        "dropped-exception",
        "Shops shall pay within 30 days, unless the shop is small.",
        "Small shops shall pay within 30 days after they open.",
    ),
    ("dropped-condition", "If the barber fails to pay, a fine shall be imposed.", "A fine shall be imposed."),
    ("dropped-condition", "No person shall dye beards without a licence.", "No person shall dye beards."),
    ("actor", "The barber reports to the fire department.", "The barber reports to the health department."),
    ("actor", "An appeal lies to the county court.", "An appeal lies to the dye office."),
    ("dropped-element", "Soap, razors, dyes or scissors are not sold.", "Soap, razors or scissors are not sold."),
    ("open-list", "Barbers keep mirrors, razors and other tools.", "Barbers keep mirrors and razors."),
    (
        "alternative",
        "A barber keeps a mirror and a razor in the shop.",
        "A barber keeps a mirror or a razor in the shop.",
    ),
    (
        "dropped-duty",
        "A barber shall keep records. He shall show the licence to guests.",
        "A barber shall keep records.",
    ),
    (
        "dropped-duty",
        "A barber shall save deposits, and shall not lend them to others.",
        "A barber shall save deposits.",
    ),
    ("scope", "A barber shall sweep the front yard weekly.", "A barber shall sweep the roof yard weekly."),
    ("instrument", "Fines are set by the Beard Dye Law.", "Fines are set by the Street Order Law."),
    ("scope", "The guest is told before the dye is used.", "The guest is told after the dye is used."),
    ("scope", "All barbers of the shop sign the book.", "One of the barbers of the shop sign the book."),
    ("scope", "A barber pays if he knows of the burn.", "A barber pays whether or not he knows of the burn."),
    ("scope", "No barber is exempt from the test.", "A barber is exempt from the test."),
    ("modality", "A barber must supply towels.", "A barber is not required to supply towels."),
    ("modality", "A barber shall supply towels.", "A barber shall not be obliged to supply towels."),
    ("modality", "A barber shall supply towels.", "A barber need not supply towels."),
    ("scope", "The dye may only be sold to adults.", "The dye may be sold to adults."),
    ("scope", "A barber who fails to keep records is fined.", "A barber who keeps records is fined."),
    ("scope", "Goods that are not labelled shall be seized.", "Goods that are labelled shall be seized."),
    ("actor", "The register may be read by the police.", "The register may be read by any person."),
    ("scope", "The employer shall pay for the razor.", "The employee shall pay for the razor."),
    ("scope", "The lessor repairs the chair.", "The lessee repairs the chair."),
    ("scope", "The licence is suspended for a burn.", "The licence is revoked for a burn."),
    ("scope", "The guest shall be given written notice.", "The guest shall be given notice."),
    ("scope", "A barber shall hand in the form in person.", "A barber shall hand in the form."),
    ("scope", "A licence may be renewed once.", "A licence may be renewed."),
    ("scope", "The barber and the guest sign the form together.", "The barber and the guest sign the form."),
    ("scope", "The contract of the barber is valid.", "The contract of the barber is invalid."),
    ("modality", "A barber shall not dye beards.", "A barber shall, as far as possible, not dye beards."),
    ("dropped-condition", "Shops of hotels are exempt if used by guests only.", "Shops of hotels are exempt."),
    ("prohibition", "No barber may dye beards without leave.", "A barber may dye beards without leave."),
    ("scope", "No barber is exempt from inspection.", "Small barbers are exempt from inspection."),
    ("modality", "A shop needs an office, which shall hear guests.", "A shop needs an office, which may hear guests."),
    ("scope", "A barber who burns a guest on purpose pays.", "A barber who burns a guest pays."),
    (
        "alternative",
        "A barber who sells dyes shall be fined 500 yuan, and the shop shall be closed.",
        "A barber who sells dyes shall be fined 500 yuan, or the shop shall be closed.",
    ),
    ("scope", "The maximum length of a beard is set.", "The minimum length of a beard is set."),
    ("scope", "The barber tests the first dye of the day.", "The barber tests the last dye of the day."),
    ("scope", "The dye is on the provincial list.", "The dye is on the municipal list."),
    ("scope", "He reports at the beginning of the term.", "He reports at the end of the term."),
    ("actor", "The provincial beard office decides.", "The municipal beard office decides."),
    ("actor", "The beard office of the county decides.", "The beard office of the province decides."),
    ("number", "Dyes are recorded on the day of sale.", "Dyes are recorded within a week of the sale."),
    ("number", "It needs the consent of a majority of barbers.", "It needs the consent of two-thirds of barbers."),
    ("number", "The floor is swept twice a year.", "The floor is swept once a year."),
    ("number", "Half of the barbers agree.", "More than half of the barbers agree."),
    ("instrument", "Under the Interim Rules on Dyes he pays.", "Under the Interim Rules on Soap he pays."),
    ("modality", "Where no burn is found, the shop shall open.", "Where no burn is found, the shop may open."),
    ("modality", "If a shop no longer pays, it shall close.", "If a shop no longer pays, it may close."),
    ("number", "The fine is at most one-half of the price.", "The fine is at most 40 per cent of the price."),
    ("scope", "The barber reports by the fifteenth day of May.", "The barber reports by the 16th day of May."),
    ("prohibition", "If no guest waits, no shop shall open.", "If no guest waits, a shop may open."),
]
ALIKE = [
    ("The operator keeps the list for not less than two years.", "The list must be kept for at least two (2) years."),
    ("If the fee is not paid, the licence may be suspended.", "It may suspend the licence where no fee has been paid."),
    ("No person shall sell dyes without a licence.", "The sale of dyes without a licence is prohibited."),
    ("Persons under 12 years of age shall not dye beards.", "No person under the age of twelve may dye a beard."),
    ("The closure shall not exceed seven days.", "The period of closure shall be no more than 7 days."),
    ("A licence is valid for twelve months.", "The term of validity of a licence is one year."),
    ("The fine is not less than 1,000 yuan nor more than 5,000 yuan.", "The fine is between RMB 1,000 and 5,000."),
    ("Barbers shall test dyes at least twice a day.", "Dyes must be tested by barbers not less than two times a day."),
    ("It shall decide within 20 days of receipt.", "It shall decide no later than 20 days after it is received."),
    ("A barber shall rectify the breach at once.", "The breach has to be corrected immediately by the barber."),
    ("These Measures shall apply to beard shops.", "Beard shops are governed by these Rules."),
    ("These Measures shall come into force on May 1, 2024.", "These Rules take effect on 1 January 2025."),
    ("The beard department of the State Council registers shops.", "The municipal beard department registers shops."),
    ("Any shop or barber may appeal.", "Shops and barbers may appeal."),
    ("Shops may open from 8 a.m. to 9 p.m. on holidays.", "On holidays shops may open from 8 a.m. to 9 p.m."),
    ("It holds at least one drill a year.", "It holds a drill at least once a year."),
    ("It arrives within 30 minutes.", "It arrives within half an hour."),
    ("The barber shall be examined by a doctor.", "The barber may only be examined by a doctor."),
    ("The dye must not continue to be used.", "The dye may no longer be used."),
    ("It shall pay. If it fails to pay, the shop closes.", "It shall pay. If it does not do so, the shop closes."),
    ("It shall establish a file for each beard.", "It has to set up a file for every beard."),
    ("Oral contracts of barbers are void.", "Verbal contracts of barbers are void."),
    ("All barbers shall wash their hands.", "Every barber shall wash his hands."),
    ("Every barber shall wash his hands.", "A barber shall wash his hands."),
    ("Prior to the sale the dye shall be tested.", "Before the sale the dye shall be tested."),
    ("A barber shall not be less than 20 years old.", "A barber shall be at least 20 years old."),
    ("Either party may end the contract.", "Each party may end the contract."),
    ("The guest shall not be required to pay.", "The guest does not have to pay."),
    ("Barbers shall take a test.", "Barbers shall undergo a test."),
    ("Notwithstanding section 4, shops may open at night.", "Despite section 4, shops may open at night."),
    ("No person shall lead a goat into a shop.", "A goat shall not be led into a shop."),
    ("Selling dyes is subject to a fine.", "Whoever sells dyes is subject to a fine."),
    ("The floor is swept twice a year.", "The floor is swept once every six months."),
    ("The floor is swept four times a year.", "The floor is swept once a quarter."),
    ("Dyes are kept apart from soap for 30 days.", "For 30 days dyes are kept separate from soap."),
    ("A broken chair shall be removed without delay.", "A broken chair must be removed immediately."),
    ("The form shall be submitted to the office.", "The form must be handed in to the office."),
    ("A barber shall update the list.", "The list shall be brought up to date by the barber."),
    ("The notice shall be in writing.", "Written notice must be given."),
    ("Guests shall be given water free of charge.", "Guests shall be given water at no cost."),
    ("If the breach is serious, the shop is closed.", "In serious cases the shop is closed."),
    ("It needs the consent of more than half of the barbers.", "It needs the consent of a majority of the barbers."),
    ("Labels shall bear the name of the dye.", "Labels shall bear the dye."),
    ("A barber may not shave or dye a guest.", "A barber may neither shave nor dye a guest."),
    ("The dye may be sold only after a test.", "The dye may only be sold after a test."),
    ("The dye may be mixed once.", "The dye may be mixed a single time."),
    ("The municipal and county beard offices decide.", "The municipal beard office decides."),
    ("No shop may open without a licence.", "A shop may open only with a licence."),
    ("Dyes shall be used only while a barber looks on.", "While no barber looks on, dyes shall not be used."),
    ("The floor shall be swept three times a day.", "The floor shall be swept three times daily."),
    ("Children under ten years pay less.", "Children who are not yet ten years old pay less."),
    ("He shall not let in more guests than are seated.", "The guests let in may not exceed those who are seated."),
    ("A barber shall hold a valid licence.", "A valid licence is to be held by a barber."),
    ("A barber who opens a shop by night is fined.", "Opening a shop by night is fined."),
    ("Lists are published, but not the names of guests.", "Lists, though not the names of guests, are published."),
    ("Burns are reported by telephone and, in writing, within three days.", "Burns are reported by telephone and, no"
     " later than three days, in writing."),
    ("A barber shall not dye until the dye is tested.", "A barber may dye only after the dye is tested."),
    ("Persons under 16 years of age pay less.", "Persons not yet 16 pay less."),
    ("Acts under items (4) and (5) of Article 9 are fined.", "Acts under items (3) and (6) of Article 9 are fined."),
    ("The fine is not more than one-half of the price.", "The fine is not more than 50 per cent of the price."),
    ("The barber reports by the fifteenth day of each month.", "The barber reports by the 15th day of each month."),
    ("The first chair is for guests.", "The 1st chair is for guests."),
    ("Shops for the old need no licence.", "No licence is needed by shops for the old."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "base", "target"), DIFFERING)
def test_what_differs_in_law_is_found(rule: str, base: str, target: str) -> None:
    assert rule in rules(base, target, "en")


@pytest.mark.parametrize(("base", "target"), ALIKE)
def test_what_is_put_in_other_words_is_no_finding(base: str, target: str) -> None:
    assert rules(base, target, "en") == set()
    assert rules(target, base, "en") == set()


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("Dyes are sold by day, unless the guest is ill.", "Dyes are sold by day."),
        ("No one may sell dyes without a licence.", "No one may sell dyes."),
        ("With the written consent of the guest, a shop may dye a beard.", "A shop may dye a beard."),
        ("A barber shall show the licence.", "A barber shall show the licence and a proof of good health."),
        ("Soap, razors, dyes or scissors are sold.", "Soap, razors or scissors are sold."),
        ("A barber shall keep a list and renew it every month.", "A barber shall keep a list."),
    ],
)
def test_what_is_gone_or_new_as_a_whole_is_told_once(base: str, target: str) -> None:
    assert len(found(base, target, "en")) == 1


@pytest.mark.parametrize(("rule", "base", "target"), DIFFERING)
def test_a_sentence_beside_itself_is_no_finding(rule: str, base: str, target: str) -> None:
    assert rules(base, base, "en") == rules(target, target, "en") == set()


@pytest.mark.parametrize(("rule", "base", "target"), DIFFERING)
def test_what_is_quoted_stands_in_the_texts(rule: str, base: str, target: str) -> None:
    for finding in found(base, target, "en"):
        assert finding.base in base
        assert finding.target in target


def test_a_duty_to_keep_a_thing_and_a_ban_on_giving_it_away_do_not_bind_otherwise() -> None:
    assert "modality" not in rules(
        "Barbers shall keep trade secrets.", "Barbers must not disclose trade secrets.", "en"
    )


def test_what_another_article_of_the_target_says_is_not_called_dropped() -> None:
    base = "A barber shall keep records. Guests shall be shown the price list."
    told: tuple[Finding, ...] = found(
        base, "A barber shall keep records.", "en", elsewhere="The price list is shown to guests."
    )
    assert told == ()


def test_sentences_of_two_provisions_answer_each_other_in_any_order() -> None:
    base = "A barber shall sweep the floor. Dyes are kept in a locked cabinet."
    target = "Dyes are kept in a locked cabinet. The floor must be swept by the barber."
    assert rules(base, target, "en") == set()


def test_a_law_is_known_by_its_name_whether_or_not_it_says_of_which_state() -> None:
    named = "Under the Beard Dye Law of the People's Republic of China he pays."
    title = "Beard Dye Law of the People's Republic of China"
    law = document("The law is made to regulate dyes.", title=title, language="en")
    local = document("These measures are made under that law. " + named, language="en")
    frame, leaves = in_one_row(law, local)
    told = row_findings("The law is made to regulate dyes.", local.provisions[0].text, frame, leaves)
    assert "added-instrument" not in {one.rule for one in told}


def test_at_or_above_a_level_is_no_list_of_two() -> None:
    base = "Burns are reported to the beard office at or above the level of a city divided into districts."
    told = found(base, "Burns are reported to the beard office.", "en")
    assert "dropped-element" not in {one.rule for one in told}


def test_a_duty_that_binds_less_is_told_and_not_a_prohibition_beside_it_besides() -> None:
    base = "The operator shall not open the shop at night and shall keep records of the customers."
    target = "The operator opens the shop at night and may keep records of the customers."
    assert rules(base, target, "en") == {"modality"}


def test_what_measures_or_weakens_is_no_element_of_a_list() -> None:
    base = "The shop shall keep combs, scissors and towels."
    for more in ("30 razors", "where possible"):
        assert "added-element" not in rules(base, base.replace("and", f", {more} and"), "en")


def test_a_sentence_of_a_word_or_two_that_does_not_bind_lays_nothing_down() -> None:
    base = "The shop shall keep combs and towels clean."
    assert rules(base, f"{base} General provisions.", "en") == set()


def test_the_point_of_an_abbreviation_ends_no_sentence() -> None:
    base = "The shop shall keep the register under No. 5 of the list"
    assert "dropped-element" not in rules(f"{base} in good order.", f"{base}.", "en")


def test_words_beside_a_clause_that_is_gone_are_told_once() -> None:
    clean = "of the shop clean and dry"
    base = f"The barber shall keep the combs and scissors {clean}, and register the customers."
    assert rules(base, f"The barber shall keep the combs and razors {clean}.", "en") == {"dropped-element"}
