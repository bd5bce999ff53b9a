"""What every module may use and no law or office rule enters: text, clock, money, errors, audit."""
