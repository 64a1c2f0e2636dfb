"""The rule that completes a part of a year, written a second time and not looked up in the product."""

import datetime

STEP = datetime.timedelta(minutes=15)
FIXED = {(1, 1), (12, 25), (12, 26)}
# Holidays of the years in the files that depend on Easter, and King's Day; 5 May only in every fifth year.
MOVING = {
    2018: {(4, 2), (4, 27), (5, 10), (5, 21)},
    2020: {(4, 13), (4, 27), (5, 5), (5, 21), (6, 1)},
    2021: {(4, 5), (4, 27), (5, 13), (5, 24)},
    2025: {(4, 21), (4, 26), (5, 5), (5, 29), (6, 9)},
}


def last_sunday(year, month):
    day = datetime.datetime(year, month, 31, 1)
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def clock(moment):
    """The Dutch clock at a moment in UTC."""
    summer = last_sunday(moment.year, 3) <= moment < last_sunday(moment.year, 10)
    return moment + datetime.timedelta(hours=2 if summer else 1)


def year_of(year):
    """Moments in UTC of the quarters of a Dutch year."""
    moment, end = datetime.datetime(year - 1, 12, 31, 23), datetime.datetime(year, 12, 31, 23)
    return [moment + place * STEP for place in range(int((end - moment) / STEP))]


def kind(day):
    if day.weekday() == 6 or (day.month, day.day) in FIXED | MOVING[day.year]:
        return "sunday"
    return "saturday" if day.weekday() == 5 else "working"


def completed(year, known):
    """A second reading of the rule, value by value: kW per step, and the number of days completed."""
    moments = year_of(year)
    days = {}
    for moment in moments:
        days.setdefault(clock(moment).date(), []).append(moment)
    measured = [day for day, steps in days.items() if all(moment in known for moment in steps)]
    values, count = [], 0
    for day, steps in days.items():
        if day in measured:
            values += [known[moment] for moment in steps]
            continue
        count += 1

        def distance(other):
            between = abs((other - day).days)
            return min(between, len(days) - between), other

        taken = min((other for other in measured if kind(other) == kind(day)), key=distance)
        by_clock = {}
        for moment in days[taken]:
            by_clock.setdefault(clock(moment).time(), known[moment])
        for moment in steps:
            time = clock(moment).time()
            values.append(by_clock[time] if time in by_clock else by_clock[(clock(moment) - datetime.timedelta(hours=1)).time()])
    return values, count
